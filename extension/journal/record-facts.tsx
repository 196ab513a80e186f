import type { ComponentChild } from "preact";
import { HostileText } from "../components/hostile-text.tsx";
import { formatDay, formatMoment } from "../components/local-format.ts";
import { Section } from "../components/section.tsx";
import { Sentence } from "../components/sentence.tsx";
import type { JournalRow } from "../journal-view/journal-row.ts";
import { messageKey } from "../platform/message-key.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import { told } from "./told.ts";

/** As long as the longest text in a record. */
const LONGEST = 2000;

type Fact = readonly [label: MessageKey, value: ComponentChild];

/** What a record holds of when, where and how, each with its name; what it does not hold is left out. */
export function RecordFacts({ row }: { readonly row: JournalRow }) {
  const facts = [...whenAndWhere(row), ...how(row), ...itself(row)].filter(([, value]) => value !== null);
  return (
    <Section title={t("records_facts")} level={2}>
      <dl class="facts record-facts">
        {facts.map(([label, value]) => (
          <div key={label} class="fact">
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function whenAndWhere({ fields }: JournalRow): readonly Fact[] {
  const { time, day = "", last, site, host, address, country, network } = fields;
  return [
    ["time_label", time === undefined ? formatDay(day) : moment(time)],
    ["report_label_last", last === undefined ? null : moment(last)],
    ["report_label_host", given(host)],
    ["report_label_site", given(site)],
    ["report_label_address", given(address)],
    ["label_country", given(country)],
    ["label_provider", given(network?.provider)],
    ["report_label_line", given(network?.line)],
    ["label_note", given(network?.note)],
  ];
}

function how({ record }: JournalRow): readonly Fact[] {
  if (record.kind !== "connection") return [];
  const { connection, check, source, basis, outcome, error } = record;
  return [
    [
      "connection_label",
      `${t(messageKey("connection", connection))}${check === null ? "" : `. ${t("report_checked")}`}`,
    ],
    ["source_label", told("source", source) ?? given(source)],
    ["basis_label", t(messageKey("basis", basis))],
    ["report_label_error", outcome === "stopped" ? given(error) : null],
  ];
}

function itself({ record, formed }: JournalRow): readonly Fact[] {
  const { rootwatch, watchlist, browser } = record.versions;
  return [
    [
      "report_label_versions",
      <Sentence key="versions" message="report_versions" parts={[rootwatch, { day: watchlist }, browser]} />,
    ],
    ["report_label_hash", <code key="hash">{formed.hash}</code>],
  ];
}

function given(text: string | null | undefined): ComponentChild {
  return text ? <HostileText text={text} limit={LONGEST} /> : null;
}

/** With the time in UTC beside the reader's own: other devices and servers write that. */
function moment(rfc3339: string): ComponentChild {
  return (
    <time dateTime={rfc3339}>
      {formatMoment(Date.parse(rfc3339))} ({t("report_time_utc", rfc3339.slice(0, 19).replace("T", " "))})
    </time>
  );
}
