import type { Assessment } from "./assessment.ts";

/** The key of the added root an assessment rests on (SPKI SHA-256, hex), which the user may be asked about; null when there is none. */
export function addedRootKey({ root, certificates }: Assessment): string | null {
  return root?.kind === "added" ? (certificates[root.certificate]?.spkiSha256 ?? null) : null;
}
