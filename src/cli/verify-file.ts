import compiledWatchlist from "virtual:watchlist";
import type { Secret } from "../evidence/age.ts";
import type { Expectations, Verification } from "../evidence/verify/verification.ts";
import { verifyArchive } from "../evidence/verify/verify-archive.ts";
import { loadWatchlist } from "../watchlist/watchlist.ts";
import { openEvidence } from "./open-evidence.ts";

/** The list of this Rootwatch. */
export const shipped = loadWatchlist(compiledWatchlist);

/** Verifies the bundle, or the archive of a write-only journal, in a file. @throws EvidenceError for what is neither. */
export async function verifyFile(file: string, secret: Secret | null, expected: Expectations): Promise<Verification> {
  return verifyArchive(await openEvidence(file, secret), secret, shipped, expected);
}
