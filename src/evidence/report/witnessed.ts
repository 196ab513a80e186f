import type { DisclosedRecord } from "../disclosed.ts";
import { keyOf } from "../named.ts";
import { certificateList } from "./certificate-list.ts";
import { circumstances } from "./circumstances.ts";
import { given, type Html, hex, html, sentenceHtml } from "./html.ts";
import type { ReportContent } from "./parts.ts";
import { reasons } from "./reasons.ts";
import { row } from "./row.ts";

/** Part B: every record with what it says, which rests on the witness. */
export function witnessed(on: ReportContent): Html {
  const { records, sentence } = on;
  return html`<h2>${sentence("report_b_title")}</h2>
<p>${sentence("report_b_explained")}</p>
${records.length === 0 ? html`<p>${sentence("report_b_none")}</p>` : records.map((record) => entry(record, on))}`;
}

function entry(disclosed: DisclosedRecord, on: ReportContent): Html {
  const { record, hash } = disclosed;
  const { sentence } = on;
  const { rootwatch, watchlist, browser } = record.versions;
  const key = keyOf(disclosed);
  return html`<article>
<h3>${sentence("report_record", [`${record.seq}`])}</h3>
${"verdict" in record ? html`<p class="verdict">${sentence(`verdict_${record.verdict}`)}</p>` : ""}
${reasons(disclosed, on)}<dl>
${row(sentence("report_label_kind"), about(disclosed, on))}${circumstances(disclosed, sentence)}${
  key === null ? "" : row(sentence("report_label_key"), hex(key))
}${row(sentence("report_label_hash"), hex(hash))}${row(
  sentence("report_label_versions"),
  sentenceHtml(
    sentence,
    "report_versions",
    [rootwatch, watchlist, browser].map((text) => given(text)),
  ),
)}</dl>
${record.clockWentBack ? html`<p class="note">${sentence("report_clock_back")}</p>` : ""}
${certificateList(disclosed, on)}</article>
`;
}

function about({ record }: DisclosedRecord, { sentence }: ReportContent): string {
  return sentence(`report_kind_${record.kind}`, record.kind === "count" ? [`${record.of}`] : []);
}
