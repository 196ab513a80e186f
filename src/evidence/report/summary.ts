import { VERDICTS } from "../../detection/verdict.ts";
import { type Html, html } from "./html.ts";
import type { ReportContent } from "./parts.ts";

/** How many records there are, of which verdicts and months, and of how many something stands without the witness. */
export function summary({ records, stands, sentence }: ReportContent): Html {
  const numbers = records.map(({ record }) => record.seq);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const left = last - first + 1 - new Set(numbers).size;
  const months = records.flatMap(({ shown }) => shown.month ?? []).toSorted();
  const verdicts = VERDICTS.map((verdict) => ({
    verdict,
    count: records.filter(({ record }) => "verdict" in record && record.verdict === verdict).length,
  }));
  const standing = new Set(stands.map(({ seq }) => seq)).size;
  const lines =
    records.length === 0
      ? []
      : [
          sentence("report_summary_records", [`${records.length}`, `${first}`, `${last}`]),
          ...(left > 0 ? [sentence("report_summary_gaps", [`${left}`])] : []),
          ...(months.length > 0 ? [sentence("report_summary_months", [`${months[0]}`, `${months.at(-1)}`])] : []),
          ...verdicts
            .filter(({ count }) => count > 0)
            .map(({ verdict, count }) => `${sentence(`verdict_${verdict}`)}: ${count}`),
          sentence("report_summary_stands", [`${standing}`]),
        ];
  return html`<h2>${sentence("report_summary_title")}</h2>
<ul>
${(lines.length > 0 ? lines : [sentence("report_b_none")]).map((line) => html`<li>${line}</li>\n`)}</ul>`;
}
