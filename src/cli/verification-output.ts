import authorityNames from "virtual:authority-names";
import { visibleText } from "../certificate/visible-text.ts";
import { asciiJson } from "../evidence/ascii-json.ts";
import type { EvidenceError } from "../evidence/evidence-error.ts";
import { errorText, faultText } from "../evidence/fault-text.ts";
import type { Sentence } from "../evidence/sentence.ts";
import { problemText, statementText } from "../evidence/verify/remark-text.ts";
import type { SideBySide } from "../evidence/verify/side-by-side.ts";
import type { Verification } from "../evidence/verify/verification.ts";

/** How results are printed. */
export interface Output {
  readonly sentence: Sentence;
  /** One line of JSON instead of sentences. */
  readonly json: boolean;
}

/** A bundle that was verified. */
export function verificationOutput(file: string, verification: Verification, { sentence, json }: Output): string {
  const { whole, signer } = verification;
  const problems = verification.problems.map((problem) => ({ ...problem, text: problemText(problem, sentence) }));
  const statements = verification.statements.map((said) => ({ ...said, text: statementText(said, sentence) }));
  if (json) return `${asciiJson({ file, whole, signer, problems, statements, unreadable: null })}\n`;
  return linesOf([
    visibleText(file),
    `  ${sentence(whole ? "verify_whole" : "verify_broken")}`,
    ...problems.map(({ text }) => `  ! ${text}`),
    ...statements.map(({ text }) => `  - ${text}`),
  ]);
}

/** What could not be read as a bundle at all. */
export function unreadableOutput(file: string, error: EvidenceError, { sentence, json }: Output): string {
  if (json) {
    const nothing = { whole: false, signer: null, problems: [], statements: [] };
    return `${asciiJson({ file, ...nothing, unreadable: { at: error.at, text: faultText(error.what, sentence) } })}\n`;
  }
  return linesOf([visibleText(file), `  ! ${errorText(error, sentence)}`]);
}

/** Several bundles side by side. */
export function sideBySideOutput(
  files: readonly string[],
  { shared, sameJournal }: SideBySide,
  { sentence, json }: Output,
): string {
  const nameOf = (bundle: number) => visibleText(files[bundle] ?? "");
  if (json) return `${asciiJson({ files, shared, sameJournal })}\n`;
  return linesOf([
    ...sameJournal.map(([one, other]) => sentence("verify_same_journal", [nameOf(one), nameOf(other)])),
    ...shared.map(({ authority, key, seen }) => {
      const name = authority === null ? (key ?? "") : (authorityNames.get(authority)?.name.en ?? authority);
      const places = seen.map(({ bundle, dates, networks }) => {
        const known = [...dates, ...networks].map((text) => visibleText(text)).join(", ");
        return known === "" ? nameOf(bundle) : `${nameOf(bundle)} (${known})`;
      });
      return sentence("verify_side_by_side", [visibleText(name), places.join("; ")]);
    }),
    sentence("verify_perhaps_one"),
  ]);
}

const linesOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");
