import type { Verdict } from "../../src/detection/verdict.ts";

/** The sign of a verdict. Decoration only: the verdict always stands beside it in words. */
export function VerdictIcon({ verdict }: { readonly verdict: Verdict }) {
  return <span class="verdict-icon" data-verdict={verdict} aria-hidden="true" />;
}
