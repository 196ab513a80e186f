import { once } from "../../src/once.ts";
import type { OwnEntry, OwnIdentity } from "../../src/watchlist/own-entry.ts";
import { checkedOwnEntries, type OwnList, ownListOf, readOwnList } from "../../src/watchlist/own-list.ts";
import { withOwnEntries, withoutOwnEntry } from "../../src/watchlist/own-list-changes.ts";
import { OwnListError } from "../../src/watchlist/own-list-error.ts";
import type { Watchlist } from "../../src/watchlist/watchlist.ts";
import { withOwnList } from "../../src/watchlist/with-own-list.ts";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import { storage } from "../platform/storage.ts";
import type { Placed } from "../settings/policy.ts";
import { policyEntries } from "../settings/policy-entries.ts";
import { readPolicy } from "../settings/settings-in-force.ts";
import { type OwnListAnswer, type OwnListView, type UnreadableOwnList, watchedIn } from "../views/own-list-view.ts";
import { Turns } from "./turns.ts";

const KEY = "own-list";

/** What is stored: a list, or something that cannot be read and is kept as it is. */
interface Stored {
  readonly list: OwnList;
  readonly unreadable: UnreadableOwnList | null;
  /** What an administrator has watched, too. */
  readonly managed: readonly Placed<OwnEntry>[];
  /** The shipped watchlist with both. */
  readonly watchlist: Watchlist;
}

/**
 * The user's own list, in `storage.local` under one key, and beside it what an administrator has watched. Only the background writes it,
 * one change after another, each from what the one before has stored: pages that are open side by side lose nothing. What cannot be read
 * is never written over.
 */
export class OwnListStore {
  private readonly shipped: Watchlist;
  /** What was stored last since the background began; null before. */
  private changed: Stored | null = null;
  private readonly load = once(() => this.loadStored());
  private readonly turns = new Turns();

  constructor(shipped: Watchlist) {
    this.shipped = shipped;
    // So that it is there when the first page is judged.
    void this.stored();
  }

  /** The shipped watchlist with the own list as it is now; without it while the browser does not give it out. Never rejects. */
  async watchlist(): Promise<Watchlist> {
    return (await this.stored()).watchlist;
  }

  async view(): Promise<OwnListView> {
    const { list, unreadable, managed } = await this.stored();
    return { entries: list.entries, unreadable, managed };
  }

  /** An administrator has set something else. */
  readPolicyAgain(): Promise<void> {
    return this.turns.take(async () => {
      const { list, unreadable } = await this.stored();
      // What the browser does not give out is read at the next use, and so is the policy.
      if (unreadable?.stored !== null) this.changed = { ...(await this.usable(list)), unreadable };
      this.tell();
    });
  }

  /** Adds those entries that the list does not have, public roots among them only when the user has confirmed that. */
  add(entries: readonly OwnEntry[], publicConfirmed: boolean): Promise<OwnListAnswer> {
    return this.change(async ({ list }) => {
      await checkedOwnEntries(entries);
      const { list: merged, added } = withOwnEntries(list, entries);
      const fresh = merged.entries.slice(list.entries.length);
      const names = fresh.filter(({ spkiSha256 }) => this.shipped.isPublicRoot(spkiSha256)).map(({ name }) => name);
      if (names.length > 0 && !publicConfirmed) return { outcome: "public-roots", names };
      return this.store(merged, added, entries.length - added);
    });
  }

  remove(entry: OwnIdentity): Promise<OwnListAnswer> {
    return this.change(({ list }) => this.store(withoutOwnEntry(list, entry), 0, 0));
  }

  /** Removes a stored list that cannot be read; one that can be read stays. */
  discardUnreadable(): Promise<OwnListAnswer> {
    return this.inTurn(async () => {
      const { list, unreadable } = await this.stored();
      if (unreadable === null) return { outcome: "stored", added: 0, known: 0, view: await this.view() };
      // Nobody has seen what the browser did not give out.
      if (unreadable.stored === null) return { outcome: "refused", fault: "storage", at: "list" };
      return this.store(list, 0, 0);
    });
  }

  private change(make: (stored: Stored) => Promise<OwnListAnswer>): Promise<OwnListAnswer> {
    return this.inTurn(async () => {
      const stored = await this.stored();
      const { unreadable } = stored;
      return unreadable ? { outcome: "refused", fault: "unreadable", at: unreadable.at } : make(stored);
    });
  }

  private inTurn(change: () => Promise<OwnListAnswer>): Promise<OwnListAnswer> {
    return this.turns.take(change).catch((error): OwnListAnswer => {
      if (error instanceof OwnListError) return { outcome: "refused", fault: error.fault, at: error.at };
      throw error;
    });
  }

  private async store(list: OwnList, added: number, known: number): Promise<OwnListAnswer> {
    try {
      await storage.local.set({ [KEY]: list });
    } catch {
      return { outcome: "refused", fault: "storage", at: "list" };
    }
    this.changed = await this.usable(list);
    this.tell();
    return { outcome: "stored", added, known, view: await this.view() };
  }

  private tell(): void {
    const changed: Message = { type: "own-list-changed" };
    // It rejects when no page is open to hear it. A page that hangs must keep nobody waiting.
    void browser.runtime.sendMessage(changed).catch(() => null);
  }

  /** While the browser does not give out what is stored, every use asks again. Never rejects. */
  private async stored(): Promise<Stored> {
    if (this.changed) return this.changed;
    const unreadable = { fault: "storage", at: "list", stored: null } as const;
    return this.load().catch(async () => ({ ...(await this.usable(ownListOf([]))), unreadable }));
  }

  /** @throws the browser's error when it does not give out what is stored. */
  private async loadStored(): Promise<Stored> {
    const { [KEY]: value } = await storage.local.get(KEY);
    if (value === undefined) return this.usable(ownListOf([]));
    try {
      return this.usable(await readOwnList(value));
    } catch (error) {
      if (!(error instanceof OwnListError)) throw error;
      const unreadable = { fault: error.fault, at: error.at, stored: JSON.stringify(value, null, 2) };
      return { ...(await this.usable(ownListOf([]))), unreadable };
    }
  }

  private async usable(list: OwnList): Promise<Stored> {
    const managed = await policyEntries(await readPolicy(), this.shipped.isPublicRoot);
    const watchlist = withOwnList(this.shipped, watchedIn({ entries: list.entries, managed }));
    return { list, unreadable: null, managed, watchlist };
  }
}
