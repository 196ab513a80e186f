import type { DisclosedRecord } from "../disclosed.ts";
import type { Sentence } from "../sentence.ts";
import { given, type Html, html } from "./html.ts";
import { row } from "./row.ts";
import { told } from "./told.ts";

/** When, where, from whom and how: what is disclosed of it, and that something is hidden. */
export function circumstances(disclosed: DisclosedRecord, sentence: Sentence): Html {
  const { record, shown } = disclosed;
  const rows: readonly (readonly [string, string | Html | null | undefined])[] = [
    ["time_label", timeText(disclosed, sentence)],
    ["report_label_last", shown.last && sentence("report_time_utc", [readable(shown.last)])],
    ["report_label_count", shown.count?.toString()],
    ["report_label_site", shown.site && given(shown.site)],
    ["report_label_host", hostText(disclosed, sentence)],
    ["report_label_address", shown.address && given(shown.address)],
    ["label_country", shown.country && given(shown.country)],
    ["label_provider", shown.network?.provider && given(shown.network.provider)],
    ["report_label_line", shown.network?.line && given(shown.network.line)],
    ["label_note", shown.network?.note && given(shown.network.note, LONGEST_NOTE)],
    ...(record.kind === "connection" ? how(record, sentence) : []),
  ];
  return html`${rows.map(([label, value]) => (value ? row(sentence(label), value) : ""))}`;
}

/** As long as the longest text in a record. */
const LONGEST_NOTE = 2000;

function how(
  { connection, basis, outcome, source, error, check }: Extract<DisclosedRecord["record"], { kind: "connection" }>,
  sentence: Sentence,
): readonly (readonly [string, string | Html | null])[] {
  return [
    [
      "connection_label",
      sentence(`connection_${connection}`) + (check === null ? "" : `. ${sentence("report_checked")}`),
    ],
    ["source_label", told(sentence, "source", source)],
    ["basis_label", sentence(`basis_${basis}`)],
    ["report_label_error", outcome === "stopped" && error !== null ? given(error) : null],
  ];
}

/** As close as it is disclosed. */
function timeText({ shown: { time, hour, day, month } }: DisclosedRecord, sentence: Sentence): string {
  if (time !== undefined) return sentence("report_time_utc", [readable(time)]);
  if (hour !== undefined) return sentence("report_time_utc", [`${readable(hour)}:…`]);
  return day ?? month ?? sentence("report_hidden");
}

/** A time to the second, or an hour, without the letter between. */
function readable(rfc3339: string): string {
  return rfc3339.slice(0, 19).replace("T", " ");
}

/** Null for records of no host. */
function hostText({ record, shown, hiddenHost }: DisclosedRecord, sentence: Sentence): string | Html | null {
  if (!("host" in record.fields)) return null;
  if (hiddenHost !== null) return sentence("report_hidden_host", [`${hiddenHost}`]);
  if (shown.host === undefined) return sentence("report_hidden");
  return shown.host === null ? sentence("report_not_known") : given(shown.host);
}
