import type { Watchlist } from "../../watchlist/watchlist.ts";
import { decryptAge, type Secret } from "../age.ts";
import { EvidenceError } from "../evidence-error.ts";
import { isSealedArchive, parseSealed, type SealedRecord, sealedName, unpackSealed } from "../sealed.ts";
import type { Expectations, Verification } from "./verification.ts";
import { verifyBundle } from "./verify-bundle.ts";
import { verifySealed } from "./verify-sealed.ts";

/**
 * Verifies an archive, whether it is a bundle or a write-only journal.
 * @param secret what opens a write-only journal; null without it.
 * @param shipped the verifier's own watchlist.
 * @throws EvidenceError for what cannot be read as such an archive at all.
 */
export async function verifyArchive(
  archive: Uint8Array,
  secret: Secret | null,
  shipped: Watchlist,
  expected: Expectations,
): Promise<Verification> {
  if (!isSealedArchive(archive)) return verifyBundle(archive, shipped, expected);
  if (secret === null) throw new EvidenceError("archive", "needs-secret");
  const records = new Map<number, SealedRecord>();
  for (const [seq, bytes] of unpackSealed(archive)) {
    const at = sealedName(seq);
    records.set(seq, parseSealed(new TextDecoder().decode(await decryptAge(bytes, secret, at)), at));
  }
  return verifySealed(records, shipped, expected.head);
}
