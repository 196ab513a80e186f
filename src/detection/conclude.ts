import type { Assessment, Finding, Strength } from "./assessment.ts";
import { VERDICTS, worstVerdict } from "./verdict.ts";

/**
 * The fold over the findings: the worst verdict that one of them calls for, and who is named by the strongest that does.
 * @param chainSeen whether there was a chain: without a finding that decides, the verdict is `nothing-found` then, else `not-inspected`.
 */
export function conclude(
  found: readonly Finding[],
  chainSeen: boolean,
): Pick<Assessment, "verdict" | "authority" | "findings"> {
  const findings = found.toSorted(strongestFirst);
  const verdict = worstVerdict([
    chainSeen ? "nothing-found" : "not-inspected",
    ...findings.map(({ verdict }) => verdict).filter((verdict) => verdict !== null),
  ]);
  const naming = findings.find((finding) => finding.verdict === verdict && finding.authority !== null);
  return { verdict, authority: naming?.authority ?? null, findings };
}

const badness = ({ verdict }: Finding) => (verdict === null ? VERDICTS.length : VERDICTS.indexOf(verdict));
const STRENGTHS: readonly Strength[] = ["proof", "sign", "context"];

function strongestFirst(a: Finding, b: Finding): number {
  const byStrength = STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength);
  return byStrength || badness(a) - badness(b);
}
