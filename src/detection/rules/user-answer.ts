import type { Finding, Reason } from "../assessment.ts";
import type { RootAnswer } from "../memory.ts";
import { finding, nameOf, type Rule } from "./rule.ts";

const REASONS = {
  software: "said-software",
  "work-or-school": "said-work-or-school",
  "told-to": "told-to-install",
  unknown: null,
} as const satisfies Record<RootAnswer, Reason | null>;

/** What the user answered when asked who put this added root here. It belongs to the key, whatever the certificate is called. */
export const userAnswer: Rule = (on) => {
  if (on.root?.kind !== "added") return [];
  const { certificate } = on.root;
  const answer = on.memory.answers.get(on.certificates[certificate]?.spkiSha256 ?? "");
  return answer === undefined ? [] : answerFinding(answer, certificate, nameOf(on, certificate));
};

/** What follows from an answer about the certificate at this place, which has this name. */
export function answerFinding(answer: RootAnswer, certificate: number, name: string): Finding[] {
  const reason = REASONS[answer];
  return reason === null ? [] : [finding("user-answer", reason, { certificate, details: [name] })];
}
