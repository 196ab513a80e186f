import compiledWatchlist from "virtual:watchlist";
import { decryptAge, type Secret } from "../evidence/age.ts";
import { EvidenceError } from "../evidence/evidence-error.ts";
import { isSealedArchive, parseSealed, type SealedRecord, sealedName, unpackSealed } from "../evidence/sealed.ts";
import type { Expectations, Verification } from "../evidence/verify/verification.ts";
import { verifyBundle } from "../evidence/verify/verify-bundle.ts";
import { verifySealed } from "../evidence/verify/verify-sealed.ts";
import { openEvidence } from "./open-evidence.ts";

/**
 * Reads and verifies a bundle or a write-only journal, encrypted or not.
 * @param secret what opens it; null when nothing was given.
 * @throws EvidenceError for what cannot be read as either.
 */
export async function verifyFile(file: string, secret: Secret | null, expected: Expectations): Promise<Verification> {
  const archive = await openEvidence(file, secret);
  if (!isSealedArchive(archive)) return verifyBundle(archive, compiledWatchlist, expected);
  if (secret === null) throw new EvidenceError(file, "its records are encrypted, and --identity is missing");
  const records = new Map<number, SealedRecord>();
  for (const [seq, bytes] of unpackSealed(archive)) {
    const at = sealedName(seq);
    records.set(seq, parseSealed(new TextDecoder().decode(await decryptAge(bytes, secret, at)), at));
  }
  return verifySealed(records, compiledWatchlist, expected.head);
}
