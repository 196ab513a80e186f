import { HostDetails } from "../components/host-details.tsx";
import { formatMoment, formatNumber } from "../components/local-format.ts";
import { wordsFor } from "../components/words-for.ts";
import { entryOf } from "../journal-view/entry.ts";
import { numbersFragment } from "../journal-view/record-numbers.ts";
import { RecordSubject } from "../journal-view/record-subject.tsx";
import { RecordVerdict } from "../journal-view/record-verdict.tsx";
import { t } from "../platform/translate.ts";
import type { ReadRecords } from "./journal-reading.ts";
import { RecordFacts } from "./record-facts.tsx";
import { NEVER, seenAgain } from "./seen-again.ts";
import { told } from "./told.ts";
import { type KeptRecord, useKeptRecord } from "./use-kept-record.ts";

interface Props {
  readonly seq: number;
  readonly read: ReadRecords;
}

/** One record, with everything that is in it. */
export function RecordDetail({ seq, read }: Props) {
  const kept = useKeptRecord(read.reader, seq);
  return (
    <>
      <header class="page-head">
        <p>
          <a class="back" href="#all">
            {t("records_back")}
          </a>
        </p>
        <h1 tabIndex={-1}>{t("report_record", String(seq))}</h1>
        {kept === undefined && <p role="status">{t("export_loading")}</p>}
        {kept === null && <p>{t("records_no_such")}</p>}
        {kept && <Summary kept={kept} read={read} />}
      </header>
      {kept && <Contents kept={kept} />}
    </>
  );
}

function Summary({ kept: { row, assessment, lost }, read }: { readonly kept: KeptRecord; readonly read: ReadRecords }) {
  const { record } = row;
  const entry = entryOf(row);
  const { times, last } = seenAgain(read.entries, read.tally).get(record.seq) ?? NEVER;
  const counting = read.entries.filter(({ of }) => of === record.seq).map(({ seq }) => seq);
  const meaning =
    record.kind === "connection" &&
    wordsFor(record.verdict, { unseen: null, connection: record.connection, outcome: record.outcome, assessment })
      .meaning;
  const unseen = record.kind === "connection" && record.basis === "none" && told("reason_unseen", record.error ?? "");
  return (
    <>
      {entry.verdict && (
        <p class="record-verdict">
          <RecordVerdict verdict={entry.verdict} />
        </p>
      )}
      <p class="record-subject">
        <RecordSubject {...entry} />
      </p>
      {meaning && <p>{t(meaning)}</p>}
      {unseen && <p>{unseen}</p>}
      {record.kind === "offer" && entry.verdict === "not-inspected" && <p>{t("records_offer_unread")}</p>}
      {record.kind === "added-root" && <p>{t("records_root_explained")}</p>}
      {record.kind === "count" && (
        <p>
          {t("records_count_explained")} <a href={`#${record.of}`}>{t("report_record", String(record.of))}</a>
        </p>
      )}
      {times > 0 && (
        <p class="again">
          {t("records_again", formatNumber(times))}
          {last !== null && `. ${t("report_label_last")}: ${formatMoment(last)}`}
        </p>
      )}
      {record.clockWentBack && <p>{t("report_clock_back")}</p>}
      {lost > 0 && <p class="muted">{t("records_certificates_gone", formatNumber(lost))}</p>}
      <p>
        <a class="export-record" href={`../export/index.html#${numbersFragment([record.seq, ...counting])}`}>
          {t("records_export_one")}
        </a>
      </p>
    </>
  );
}

function Contents({ kept: { row, assessment } }: { readonly kept: KeptRecord }) {
  const { record } = row;
  const basis = record.kind === "connection" ? record.basis : "file";
  return (
    <>
      {/* From where and when it came stands among what was recorded, for every kind of record. */}
      <HostDetails host={{ assessment, basis, source: "none", connection: "supplied", at: 0 }} level={2} />
      <RecordFacts row={row} />
    </>
  );
}
