import { browser } from "../platform/browser.ts";
import { EMPTY_TAB, isTabState, type TabState } from "./tab-state.ts";

const PREFIX = "tab:";

/**
 * The state of every tab. It is kept in `storage.session`, one key a tab, because the background can be stopped at any moment; memory
 * holds a copy, so that changes are made in one go and never from a stale reading.
 */
export class TabStore {
  private readonly tabs = new Map<number, TabState>();
  private readonly loaded = this.load();

  async get(tabId: number): Promise<TabState> {
    await this.loaded;
    return this.tabs.get(tabId) ?? EMPTY_TAB;
  }

  /** Identifiers of all tabs of which something is known. */
  async all(): Promise<number[]> {
    await this.loaded;
    return [...this.tabs.keys()];
  }

  /** Replaces a tab's state by what `change` makes of it; the same object back means no change. Resolves when it is stored. */
  async update(
    tabId: number,
    change: (state: TabState) => TabState,
  ): Promise<{ readonly before: TabState; readonly after: TabState }> {
    await this.loaded;
    const before = this.tabs.get(tabId) ?? EMPTY_TAB;
    const after = change(before);
    if (after !== before) {
      this.tabs.set(tabId, after);
      // When the store is full the copy in memory still speaks, for as long as the background lives.
      await browser.storage.session.set({ [PREFIX + tabId]: after }).catch(() => null);
    }
    return { before, after };
  }

  async remove(tabId: number): Promise<void> {
    await this.loaded;
    this.tabs.delete(tabId);
    await browser.storage.session.remove(PREFIX + tabId);
  }

  private async load(): Promise<void> {
    for (const [key, value] of Object.entries(await browser.storage.session.get(null))) {
      if (key.startsWith(PREFIX) && isTabState(value)) this.tabs.set(Number(key.slice(PREFIX.length)), value);
    }
  }
}
