import dossiers from "virtual:dossiers";
import compiledWatchlist from "virtual:watchlist";
import type { EntrySources } from "../../src/evidence/bundle/used-entries.ts";
import { loadWatchlist } from "../../src/watchlist/watchlist.ts";
import { getOwnList } from "../components/ask-own-list.ts";
import { watchedIn } from "../views/own-list-view.ts";

/** What this Rootwatch knows, the user's own list and what an administrator has watched too. @throws Error when the background does not answer. */
export async function entrySources(): Promise<EntrySources> {
  return {
    dossiers,
    watchlist: loadWatchlist(compiledWatchlist),
    ownList: watchedIn(await getOwnList()),
  };
}
