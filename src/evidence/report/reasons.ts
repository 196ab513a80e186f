import type { DisclosedRecord } from "../disclosed.ts";
import type { Fields } from "../field.ts";
import { given, type Html, html, sentenceHtml } from "./html.ts";
import { authorityName, type ReportContent } from "./parts.ts";
import { sentenceOrNull } from "./told.ts";

/** Long enough for a name that means something, short enough for a list. */
const LONGEST_DETAIL = 120;

/** Why the verdict, strongest first; nothing where that is hidden. */
export function reasons({ shown }: DisclosedRecord, on: ReportContent): Html {
  const { findings = [] } = shown;
  if (findings.length === 0) return html``;
  return html`<h4>${on.sentence("findings_title")}</h4>
<ul>
${findings.map((finding) => html`<li>${reason(finding, on)} (${on.sentence(`strength_${finding.strength}`)})</li>\n`)}</ul>
`;
}

function reason({ reason, details, authority }: Fields["findings"][number], on: ReportContent): Html {
  const named = authority === null ? [] : [authorityName(authority, on)];
  const parts = [...details.map((detail) => given(detail, LONGEST_DETAIL)), ...named];
  const known = sentenceOrNull(on.sentence, "reason", reason, parts);
  return known ?? sentenceHtml(on.sentence, "report_reason_unknown", [given(reason, LONGEST_DETAIL)]);
}
