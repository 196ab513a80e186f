import compiled from "virtual:watchlist";
import { loadWatchlist } from "../src/watchlist/watchlist.ts";

/** The watchlist as it is shipped. */
export const watchlist = loadWatchlist(compiled);
