import { loadWatchlist, type Watchlist } from "../../watchlist/watchlist.ts";
import { withOwnList } from "../../watchlist/with-own-list.ts";
import type { BundleWatchlist } from "../bundle/bundle-watchlist.ts";
import { compileListed } from "../bundle/compile-listed.ts";
import type { Lists } from "./judge-again.ts";

/** The bundle's list over the tool's own public roots, targets and products, and the tool's list; the bundle's own entries count in both. */
export async function loadLists(list: BundleWatchlist, shipped: Watchlist): Promise<Lists> {
  const listed = { publicRoots: [], targets: [], products: [], ...(await compileListed(list)) };
  const { isPublicRoot, findTarget, findProduct } = shipped;
  const given = { ...loadWatchlist(listed), isPublicRoot, findTarget, findProduct };
  const ownList = {
    entries: list.own.map((entry) => ({ ...entry, name: entry.name ?? "", why: "", added: "", fromChain: false })),
  };
  return { given: withOwnList(given, ownList), current: withOwnList(shipped, ownList) };
}
