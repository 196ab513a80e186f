import type { BundleWatchlist } from "../bundle/bundle-watchlist.ts";
import type { BundleContents } from "../bundle/contents.ts";
import { checkAgreement } from "./check-agreement.ts";
import { checkCertificates, readCertificates } from "./check-certificates.ts";
import { checkChain, checkHead } from "./check-chain.ts";
import { checkClock } from "./check-clock.ts";
import { checkCounted } from "./check-counted.ts";
import { checkDisclosures } from "./check-disclosures.ts";
import { judgeAgain, type Lists } from "./judge-again.ts";
import type { PlacedLine } from "./lines.ts";
import type { Findings } from "./verification.ts";

/** What records are checked by, wherever they came from. */
export interface Evidence {
  readonly lines: readonly PlacedLine[];
  readonly disclosures: readonly PlacedLine[];
  /** DER, with the SHA-256 that it should have, hex, and where it stands. */
  readonly certificates: readonly (readonly [sha256: string, der: Uint8Array, at: string])[];
  readonly watchlist: BundleWatchlist;
}

/** Checks the chain of records, what is disclosed of them, and the certificates; then judges every disclosed chain again. */
export async function checkRecords(
  { lines, disclosures, certificates, watchlist }: Evidence,
  lists: Lists,
  head: string | null,
  found: Findings,
): Promise<BundleContents> {
  const read = checkChain(lines, found);
  const records = checkDisclosures(read, disclosures, found);
  const disclosed = records.filter(({ shown }) => Object.keys(shown).length > 0).length;
  found.say("records", String(records.length), String(disclosed));
  if (head !== null) checkHead(read, head, found);
  const placed = records.map((record, index) => [record, read[index]?.at ?? ""] as const);
  for (const [record, at] of placed) checkAgreement(record, at, found);
  checkClock(placed, found);
  const parsed = await readCertificates(certificates, found);
  const present = new Map(certificates.map(([sha256, , at]) => [sha256, at]));
  await checkCertificates(placed, present, parsed, found);
  await checkCounted(placed, parsed, found);
  found.say("lists", lists.given.date, lists.current.date);
  await judgeAgain(placed, parsed, lists, found);
  return { records, certificates: new Map([...parsed].map(([sha256, { der }]) => [sha256, der])), watchlist };
}
