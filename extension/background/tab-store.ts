import { once } from "../../src/once.ts";
import { storage } from "../platform/storage.ts";
import { Gathering } from "./gathering.ts";
import { isTabState } from "./stored-tab.ts";
import { EMPTY_TAB, type TabState } from "./tab-state.ts";

const PREFIX = "tab:";

/**
 * The state of every tab. It is kept in `storage.session`, one key a tab, because the background can be stopped at any moment; memory
 * holds a copy, so that changes are made in one go and never from a stale reading.
 */
export class TabStore {
  private readonly tabs = new Map<number, TabState>();
  /** Tabs that are gone: what still comes in about them is kept no more. */
  private readonly gone = new Set<number>();
  private readonly writing = new Gathering((tabId) => this.write(tabId));
  private readonly load = once(() => this.loadStored());

  async get(tabId: number): Promise<TabState> {
    await this.known();
    return this.tabs.get(tabId) ?? EMPTY_TAB;
  }

  /** Identifiers of all tabs of which something is known. */
  async all(): Promise<number[]> {
    await this.known();
    return [...this.tabs.keys()];
  }

  /**
   * Replaces a tab's state by what `change` makes of it; the same object back means no change. What only adds to a page is stored
   * together with what else comes in a moment, anything else before this resolves.
   */
  async update(
    tabId: number,
    change: (state: TabState) => TabState,
    canWait: (before: TabState, after: TabState) => boolean = () => false,
  ): Promise<{ readonly before: TabState; readonly after: TabState }> {
    await this.known();
    const before = this.tabs.get(tabId) ?? EMPTY_TAB;
    if (this.gone.has(tabId)) return { before, after: before };
    const after = change(before);
    if (after !== before) {
      this.tabs.set(tabId, after);
      if (canWait(before, after)) this.writing.soon(tabId);
      else await this.writing.now(tabId);
    }
    return { before, after };
  }

  async remove(tabId: number): Promise<void> {
    this.gone.add(tabId);
    await this.known();
    this.tabs.delete(tabId);
    await this.writing.now(tabId);
  }

  private async write(tabId: number): Promise<void> {
    const [key, state] = [PREFIX + tabId, this.tabs.get(tabId)];
    const { session } = storage;
    // When the store is full the copy in memory still speaks, for as long as the background lives.
    await (state ? session.set({ [key]: state }) : session.remove(key)).catch(() => null);
  }

  /** Never rejects: while the browser does not give out what is stored, tabs are followed from what is seen now. */
  private async known(): Promise<void> {
    await this.load().catch(() => null);
  }

  private async loadStored(): Promise<void> {
    for (const [key, value] of Object.entries(await storage.session.get(null))) {
      const tabId = Number(key.slice(PREFIX.length));
      const isNewer = this.tabs.has(tabId) || this.gone.has(tabId);
      if (key.startsWith(PREFIX) && isTabState(value) && !isNewer) this.tabs.set(tabId, value);
    }
  }
}
