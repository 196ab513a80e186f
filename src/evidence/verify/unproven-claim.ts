import type { Assessment } from "../../detection/assessment.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import type { Fault } from "../fault.ts";
import { authorityOf, keyOf } from "../named.ts";

/**
 * What a record claims as proved and its own certificates do not give; null when there is no such thing.
 * @param again what the certificates come to, with nothing but signatures to connect them.
 */
export function unprovenClaim(disclosed: DisclosedRecord, again: Assessment): Fault | null {
  const { record, shown } = disclosed;
  if (!("verdict" in record)) return null;
  const { verdict } = record;
  if (verdict === "intercepted" && again.verdict !== verdict) return ["claims-verdict", verdict];
  const isProven = (authority: string, called: string | null) =>
    again.findings.some(
      (finding) =>
        finding.strength === "proof" && finding.authority === authority && (finding.verdict ?? null) === called,
    );
  const claimed = shown.findings?.find(
    ({ strength, authority, verdict: called }) =>
      strength === "proof" && authority !== null && !isProven(authority, called),
  );
  if (claimed) return ["claims-proof", claimed.rule, String(claimed.authority)];
  const [authority, key] = [authorityOf(disclosed), keyOf(disclosed)];
  // Other verdicts can rest on what the device remembered.
  if ((verdict !== "intercepted" && verdict !== "listed") || authority === null) return null;
  const naming = again.findings.filter((finding) => finding.verdict === verdict && finding.authority === authority);
  if (naming.length === 0) return ["claims-authority", authority];
  const isLedTo = key === null || again.findings.some((finding) => finding.key === key);
  return isLedTo ? null : ["claims-key", key];
}
