import { type CompiledWatchlist, compileEntry, signingKey } from "../../watchlist/compile.ts";
import { entriesOf } from "../../watchlist/entry.ts";
import type { BundleWatchlist } from "./bundle-watchlist.ts";

/** What a bundle's watchlist has of authorities, compiled as the shipped one is. Public roots, targets and products it has none. */
export async function compileListed({
  date,
  authorities,
}: BundleWatchlist): Promise<Pick<CompiledWatchlist, "date" | "authorities" | "certificates" | "keys">> {
  const entries = (await Promise.all(authorities.map(entriesOf))).flat();
  return {
    date,
    authorities: authorities.map(({ id, country, expectedHosts }) => ({ id, country, expectedHosts })),
    certificates: entries.map(compileEntry),
    keys: async () => entries.map(signingKey),
  };
}
