import { type CompiledWatchlist, compileEntry, signingKey } from "../../watchlist/compile.ts";
import { entriesOf } from "../../watchlist/entry.ts";
import { loadWatchlist } from "../../watchlist/watchlist.ts";
import { withOwnList } from "../../watchlist/with-own-list.ts";
import type { BundleWatchlist } from "../bundle/bundle-watchlist.ts";
import type { Lists } from "./judge-again.ts";

/**
 * The bundle's list over the tool's own public roots, targets and products, and the tool's list; the bundle's own entries count in both.
 * @param compiled the tool's.
 */
export async function loadLists(
  { date, authorities, own }: BundleWatchlist,
  compiled: CompiledWatchlist,
): Promise<Lists> {
  const entries = (await Promise.all(authorities.map(entriesOf))).flat();
  const given = loadWatchlist({
    ...compiled,
    date,
    authorities: authorities.map(({ id, country, expectedHosts }) => ({ id, country, expectedHosts })),
    certificates: entries.map(compileEntry),
    keys: async () => entries.map(signingKey),
  });
  const ownList = {
    entries: own.map((entry) => ({ ...entry, name: entry.name ?? "", why: "", added: "", fromChain: false })),
  };
  return { given: withOwnList(given, ownList), current: withOwnList(loadWatchlist(compiled), ownList) };
}
