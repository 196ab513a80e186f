import { visibleText } from "../../certificate/visible-text.ts";
import type { Sentence } from "../sentence.ts";
import type { Problem, Statement } from "./verification.ts";

/** A problem in words. What comes from the bundle is made visible, so that it steers nothing. */
export const problemText = ({ key, at, details }: Problem, sentence: Sentence): string =>
  sentence(`verify_problem_${key}`, [at, ...details].map(visible));

/** A statement in words, likewise. */
export function statementText({ key, details }: Statement, sentence: Sentence): string {
  if (key !== "differs" && key !== "recorded-otherwise") return sentence(`verify_${key}`, details.map(visible));
  const [number = "", ...verdicts] = details;
  return sentence(`verify_${key}`, [number, ...verdicts.map((verdict) => sentence(`verdict_${verdict}`))]);
}

const visible = (text: string): string => visibleText(text);
