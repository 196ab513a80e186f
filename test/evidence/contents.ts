import { bundleWatchlistText, parseBundleWatchlist } from "../../src/evidence/bundle/bundle-watchlist.ts";
import type { BundleContents } from "../../src/evidence/bundle/contents.ts";
import { usedEntries } from "../../src/evidence/bundle/used-entries.ts";
import { type Choice, choiceOf, READY_FIELDS } from "../../src/evidence/selection.ts";
import type { Journal, World } from "./journal.ts";
import { selected } from "./selected.ts";

/** What a bundle of a journal says; everything is shown unless it is chosen otherwise. */
export async function contentsOf(
  { sources }: World,
  { records, certificates }: Journal,
  choice: Choice = choiceOf(records, READY_FIELDS.newsroom),
): Promise<BundleContents> {
  const selection = selected(records, choice);
  const watchlist = bundleWatchlistText(await usedEntries(selection.records, sources));
  return {
    records: selection.records,
    certificates,
    watchlist: await parseBundleWatchlist(watchlist, "watchlist.json"),
  };
}
