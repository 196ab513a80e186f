import type { FileError } from "../certificate/read-file.ts";
import { visibleText } from "../certificate/visible-text.ts";
import type { Assessment, Finding } from "../detection/assessment.ts";
import type { AuthorityNames } from "../watchlist/authority-names.ts";
import { sentence } from "./sentence.ts";

/** One FILE, what was read of it and how it was judged. */
export interface Inspection {
  readonly file: string;
  readonly assessment: Assessment;
  readonly errors: readonly FileError[];
}

/** Characters that steer a terminal or the direction of text and that JSON leaves as they are. */
const STEERING = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** One line of JSON, in the form that docs and design fix: file, kind, verdict, authority, certificates, links, findings, errors. */
export function inspectionJson({ file, assessment, errors }: Inspection, names: AuthorityNames): string {
  const { kind, verdict, authority, certificates, links } = assessment;
  const findings = assessment.findings.map((finding) => {
    const { rule, strength, authority, match } = finding;
    return { rule, strength, authority, match, text: findingText(finding, names) };
  });
  const json = JSON.stringify({ file, kind, verdict, authority, certificates, links, findings, errors });
  return json.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A report for a person. Everything that comes from the file is shown with its control characters made visible. */
export function inspectionReport({ file, assessment, errors }: Inspection, names: AuthorityNames): string {
  const authority = assessment.authority === null ? undefined : names.get(assessment.authority);
  const lines = [
    visibleText(file),
    `  ${sentence(`verdict_${assessment.verdict}`)}`,
    ...(authority ? [`  ${authority.name.en}, ${authority.country}: ${authority.operator.en}`] : []),
    ...(errors.length > 0 && assessment.kind === null
      ? []
      : assessment.findings.map((finding) => `  - ${findingText(finding, names)}`)),
    ...assessment.certificates.map(
      ({ subject, sha256 }, index) => `  ${index + 1}. ${visibleText(subject)}\n     SHA-256 ${sha256}`,
    ),
    ...errors.map(({ at, text }) => `  ! ${at === null ? "" : `${at}: `}${visibleText(text)}`),
  ];
  return `${lines.join("\n")}\n`;
}

function findingText({ reason, details, authority }: Finding, names: AuthorityNames): string {
  const named = authority === null ? [] : [names.get(authority)?.name.en ?? authority];
  const parts = [...details, ...named].map((part) => visibleText(part));
  return sentence(`reason_${reason}`, parts);
}
