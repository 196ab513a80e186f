import type { OwnEntry } from "../../src/watchlist/own-entry.ts";
import type { OwnListFault } from "../../src/watchlist/own-list-error.ts";

/** The user's own list. */
export interface OwnListView {
  readonly entries: readonly OwnEntry[];
  /** Why the stored list cannot be used; null when it can. Nothing can be added then. */
  readonly unreadable: UnreadableOwnList | null;
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
