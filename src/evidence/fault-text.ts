import { visibleText } from "../certificate/visible-text.ts";
import type { EvidenceError } from "./evidence-error.ts";
import type { Fault, FaultKey } from "./fault.ts";
import { placeText } from "./place-text.ts";
import type { Sentence } from "./sentence.ts";

/** Their details are verdicts that Rootwatch has. */
const OF_VERDICTS: readonly FaultKey[] = ["reasons-call-for", "nothing-seen-verdict", "claims-verdict"];

/** A fault in words, without a full stop. What comes from the evidence is made visible, so that it steers nothing. */
export function faultText([key, ...details]: Fault, sentence: Sentence): string {
  const inWords = (detail: string) => (OF_VERDICTS.includes(key) ? sentence(`verdict_${detail}`) : visibleText(detail));
  return sentence(`fault_${key}`, details.map(inWords));
}

/** Where evidence cannot be read, and why, in words; likewise. */
export const errorText = ({ at, what }: Pick<EvidenceError, "at" | "what">, sentence: Sentence): string =>
  `${visibleText(placeText(at, sentence))}: ${faultText(what, sentence)}`;
