import type { Assessment } from "../../src/detection/assessment.ts";

/** An assessment in which nothing was seen and nothing found. */
export const judged: Assessment = {
  ...{ kind: null, verdict: "not-inspected", authority: null, certificates: [], links: [], path: [] },
  ...{ root: null, findings: [] },
};
