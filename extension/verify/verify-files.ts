import compiledWatchlist from "virtual:watchlist";
import { decryptAge, isAgeFile } from "../../src/evidence/age.ts";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import { NewerFormError } from "../../src/evidence/newer-form.ts";
import { isSealedArchive } from "../../src/evidence/sealed.ts";
import type { Verification } from "../../src/evidence/verify/verification.ts";
import { verifyArchive } from "../../src/evidence/verify/verify-archive.ts";
import { loadWatchlist } from "../../src/watchlist/watchlist.ts";
import type { Given } from "./verify-form.tsx";

const shipped = loadWatchlist(compiledWatchlist);

/** The largest file of evidence that is read, in bytes. */
const LARGEST = 600 * 1024 * 1024;

/** What became of one file. */
export interface Checked {
  /** As the user's device calls it. */
  readonly name: string;
  readonly outcome:
    | { readonly kind: "verified"; readonly verification: Verification }
    | { readonly kind: "unreadable"; readonly error: EvidenceError }
    | { readonly kind: "newer" }
    | { readonly kind: "needs-secret" }
    | { readonly kind: "too-large" };
}

/** Verifies each of the files here in the page, one after another. Never rejects on account of a file. */
export async function verifyFiles({ files, ...given }: Given): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const file of files) checked.push({ name: file.name, outcome: await outcomeOf(file, given) });
  return checked;
}

async function outcomeOf(file: File, { secret, seal, key }: Omit<Given, "files">): Promise<Checked["outcome"]> {
  if (file.size > LARGEST) return { kind: "too-large" };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (secret === null && (isAgeFile(bytes) || isSealedArchive(bytes))) return { kind: "needs-secret" };
    const archive = secret !== null && isAgeFile(bytes) ? await decryptAge(bytes, secret, file.name) : bytes;
    const verification = await verifyArchive(archive, secret, shipped, { key, head: seal });
    return { kind: "verified", verification };
  } catch (error) {
    if (error instanceof NewerFormError) return { kind: "newer" };
    if (error instanceof EvidenceError) return { kind: "unreadable", error };
    throw error;
  }
}
