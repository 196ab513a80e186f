import type { CompiledWatchlist } from "../../watchlist/compile.ts";
import { loadWatchlist } from "../../watchlist/watchlist.ts";
import { withOwnList } from "../../watchlist/with-own-list.ts";
import type { BundleWatchlist } from "../bundle/bundle-watchlist.ts";
import { compileListed } from "../bundle/compile-listed.ts";
import type { Lists } from "./judge-again.ts";

/**
 * The bundle's list over the tool's own public roots, targets and products, and the tool's list; the bundle's own entries count in both.
 * @param compiled the tool's.
 */
export async function loadLists(list: BundleWatchlist, compiled: CompiledWatchlist): Promise<Lists> {
  const given = loadWatchlist({ ...compiled, ...(await compileListed(list)) });
  const ownList = {
    entries: list.own.map((entry) => ({ ...entry, name: entry.name ?? "", why: "", added: "", fromChain: false })),
  };
  return { given: withOwnList(given, ownList), current: withOwnList(loadWatchlist(compiled), ownList) };
}
