import type { Assessment } from "./assessment.ts";
import { conclude } from "./conclude.ts";
import type { RootAnswer } from "./memory.ts";
import { answerFinding } from "./rules/user-answer.ts";

/**
 * What an assessment becomes when the user says who put its added root there; the same as judging again with that answer remembered.
 */
export function reconsider(assessment: Assessment, answer: RootAnswer): Assessment {
  const { root, findings } = assessment;
  if (root?.kind !== "added") return assessment;
  const others = findings.filter(({ rule }) => rule !== "user-answer" && rule !== "inspection-product");
  const name = findings.find(({ rule }) => rule === "added-root")?.details[0] ?? "";
  const said = answerFinding(answer, root.certificate, name);
  return { ...assessment, ...conclude([...others, ...said], true) };
}
