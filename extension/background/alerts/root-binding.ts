import type { Assessment } from "../../../src/detection/assessment.ts";

/**
 * What a decision of the user about an intercepted host is bound to: the key of the root where the chain was seen (SPKI SHA-256, hex),
 * else the authority whose key was proved, for a box may make a new leaf every time.
 */
export function rootBinding({ root, certificates, authority, path }: Assessment): string {
  const top = root && certificates[root.certificate];
  if (top && path.length > 1) return top.spkiSha256;
  return authority ?? top?.spkiSha256 ?? "";
}
