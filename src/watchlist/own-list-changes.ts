import { identityOf, type OwnEntry, type OwnIdentity } from "./own-entry.ts";
import { MOST_OWN_ENTRIES, type OwnList, ownListOf } from "./own-list.ts";
import { OwnListError } from "./own-list-error.ts";

/** A list that others were merged into, and how many of them it did not have before. */
export interface Merged {
  readonly list: OwnList;
  readonly added: number;
}

/**
 * The list with those entries that it does not have yet behind its own. What it has stays as it is, the user's words included.
 * @throws OwnListError too-many when there would be more than a list may have; nothing is added then.
 */
export function withOwnEntries(list: OwnList, entries: readonly OwnEntry[]): Merged {
  const known = new Set(list.entries.map(identityOf));
  const fresh = entries.filter((entry) => !known.has(identityOf(entry)) && known.add(identityOf(entry)));
  const all = [...list.entries, ...fresh];
  if (all.length > MOST_OWN_ENTRIES) {
    throw new OwnListError("too-many", "entries", `${all.length} where a list may have ${MOST_OWN_ENTRIES}`);
  }
  return { list: ownListOf(all), added: fresh.length };
}

/** The list without this entry. */
export function withoutOwnEntry(list: OwnList, entry: OwnIdentity): OwnList {
  return ownListOf(list.entries.filter((each) => identityOf(each) !== identityOf(entry)));
}
