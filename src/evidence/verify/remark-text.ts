import { visibleText } from "../../certificate/visible-text.ts";
import type { Fault } from "../fault.ts";
import { faultText } from "../fault-text.ts";
import { placeText } from "../place-text.ts";
import type { Sentence } from "../sentence.ts";
import type { Problem, ProblemKey, Statement } from "./verification.ts";

/** How many details stand before the fault in which the others end. */
const BEFORE_FAULT: Partial<Record<ProblemKey, number>> = { form: 0, contradiction: 0, "not-borne-out": 1 };

/** A problem in words. What comes from the bundle is made visible, so that it steers nothing. */
export function problemText({ key, at, details }: Problem, sentence: Sentence): string {
  const before = BEFORE_FAULT[key] ?? details.length;
  const fault = details.slice(before);
  return sentence(`verify_problem_${key}`, [
    ...[placeText(at, sentence), ...details.slice(0, before)].map(visible),
    ...(fault.length > 0 ? [faultText(fault as unknown as Fault, sentence)] : []),
  ]);
}

/** A statement in words, likewise. */
export function statementText({ key, details }: Statement, sentence: Sentence): string {
  if (key !== "differs" && key !== "recorded-otherwise") return sentence(`verify_${key}`, details.map(visible));
  const [number = "", ...verdicts] = details;
  return sentence(`verify_${key}`, [number, ...verdicts.map((verdict) => sentence(`verdict_${verdict}`))]);
}

const visible = (text: string): string => visibleText(text);
