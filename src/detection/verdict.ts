/** The verdicts, worst first. When findings differ, the worst one is the verdict. */
export const VERDICTS = [
  "intercepted",
  "suspected",
  "refused",
  "listed",
  "added-root",
  "nothing-found",
  "not-inspected",
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** The worst of some verdicts; `not-inspected` when there are none. */
export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  const present = new Set(verdicts);
  return VERDICTS.find((verdict) => present.has(verdict)) ?? "not-inspected";
}
