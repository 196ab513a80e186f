import type { DisclosedRecord } from "../disclosed.ts";
import type { BundleWatchlist } from "./bundle-watchlist.ts";

/** What a bundle says, whoever has it: whoever writes it, the report, and whoever verifies it. */
export interface BundleContents {
  /** In the order of the journal. */
  readonly records: readonly DisclosedRecord[];
  /** DER of every certificate that a disclosed field names, by its SHA-256 in hex. */
  readonly certificates: ReadonlyMap<string, Uint8Array>;
  readonly watchlist: BundleWatchlist;
}

/** SHA-256 of the certificates that the disclosed fields of a record name. */
export function certificatesNamed({ shown }: Pick<DisclosedRecord, "shown">): readonly string[] {
  return [...(shown.leaf ? [shown.leaf] : []), ...(shown.issuers ?? []), ...(shown.offered ?? [])];
}
