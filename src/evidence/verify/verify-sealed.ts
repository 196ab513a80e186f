import { hexDigest } from "../../certificate/fingerprint.ts";
import type { Watchlist } from "../../watchlist/watchlist.ts";
import { NO_ENTRIES } from "../bundle/bundle-watchlist.ts";
import { FIELDS_OF } from "../field.ts";
import { type SealedRecord, sealedName } from "../sealed.ts";
import { checkRecords } from "./check-records.ts";
import { placedLine } from "./lines.ts";
import { Findings, type Verification } from "./verification.ts";

/**
 * Verifies the decrypted records of a write-only journal, which nobody signed: their chain, everything in them, and the certificates;
 * chains are judged by the verifier's own list.
 * @param records by the numbers that their files have.
 */
export async function verifySealed(
  records: ReadonlyMap<number, SealedRecord>,
  shipped: Watchlist,
  head: string | null,
): Promise<Verification> {
  const found = new Findings();
  found.say("sealed");
  const placed = [...records].map(([seq, record]) => ({ seq, ...record, ...placedLine(record.line, sealedName(seq)) }));
  const certificates = new Map<string, readonly [string, Uint8Array, string]>();
  for (const { at, certificates: ders } of placed) {
    for (const der of ders) {
      const sha256 = await hexDigest("SHA-256", der);
      if (!certificates.has(sha256)) certificates.set(sha256, [sha256, der, at]);
    }
  }
  const contents = await checkRecords(
    {
      lines: placed,
      disclosures: placed.flatMap(({ disclosures, at }) => disclosures.map((line) => placedLine(line, at))),
      certificates: [...certificates.values()],
      watchlist: NO_ENTRIES,
    },
    { given: shipped, current: shipped },
    head,
    found,
  );
  const bySeq = new Map(contents.records.map((disclosed) => [disclosed.record.seq, disclosed]));
  for (const { at, seq } of placed) {
    const disclosed = bySeq.get(seq);
    if (!disclosed) found.problem("form", at, "missing-record", String(seq));
    else if (Object.keys(disclosed.shown).length !== FIELDS_OF[disclosed.record.kind].length) {
      found.problem("form", at, "missing-field");
    }
  }
  const { problems, statements } = found;
  return { whole: problems.length === 0, problems, statements, signer: null, contents };
}
