import { identityOf, type OwnEntry } from "../../src/watchlist/own-entry.ts";
import { type OwnList, ownListOf } from "../../src/watchlist/own-list.ts";
import type { OwnListFault } from "../../src/watchlist/own-list-error.ts";
import type { Placed } from "../settings/policy.ts";

/** The user's own list. */
export interface OwnListView {
  readonly entries: readonly OwnEntry[];
  /** Why the stored list cannot be used; null when it can. Nothing can be added then. */
  readonly unreadable: UnreadableOwnList | null;
  /** What an administrator has watched, and of this what counts. */
  readonly managed: readonly Placed<OwnEntry>[];
}

/** Everything that is watched: the user's entries, and those of an administrator that the user does not have. */
export function watchedIn({ entries, managed }: Pick<OwnListView, "entries" | "managed">): OwnList {
  const known = new Set(entries.map(identityOf));
  const fresh = managed.filter((entry) => !known.has(identityOf(entry)) && known.add(identityOf(entry)));
  return ownListOf([...entries, ...fresh.map(({ at: _, ...entry }) => entry)]);
}

export interface UnreadableOwnList {
  /** `storage`: the browser did not give it out. */
  readonly fault: OwnListFault | "storage";
  /** Where in the list. */
  readonly at: string;
  /** What is stored, as JSON; null when the browser did not give it out. */
  readonly stored: string | null;
}

/** What became of a change. `refused`: nothing was changed. `public-roots`: nothing was changed until the user confirms these. */
export type OwnListAnswer =
  | { readonly outcome: "stored"; readonly added: number; readonly known: number; readonly view: OwnListView }
  | { readonly outcome: "public-roots"; readonly names: readonly string[] }
  | { readonly outcome: "refused"; readonly fault: OwnListFault | "storage" | "unreadable"; readonly at: string };
