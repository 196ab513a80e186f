import { useState } from "preact/hooks";
import { formatDay, formatNumber } from "../components/local-format.ts";
import { Section } from "../components/section.tsx";
import { entryOf } from "../journal-view/entry.ts";
import { byDay, type JournalRow } from "../journal-view/journal-row.ts";
import { RecordSubject } from "../journal-view/record-subject.tsx";
import { RecordVerdict } from "../journal-view/record-verdict.tsx";
import { t } from "../platform/translate.ts";
import { ShowMore } from "./show-more.tsx";

/** As many of a list are shown at once, days and records alike. */
const STEP = 100;

interface Props {
  readonly rows: readonly JournalRow[];
  readonly chosen: ReadonlySet<number>;
  readonly onChange: (chosen: ReadonlySet<number>) => void;
}

/** The records of the journal by day, each and each day with a box to choose it. */
export function ChooseRecords({ rows, chosen, onChange }: Props) {
  const days = byDay(rows);
  const [most, setMost] = useState(STEP);
  const set = (some: readonly JournalRow[], isChosen: boolean) => {
    const changed = new Set(chosen);
    for (const { formed } of some) {
      if (isChosen) changed.add(formed.seq);
      else changed.delete(formed.seq);
    }
    onChange(changed);
  };
  return (
    <Section title={t("export_which")} level={2}>
      <p class="presses">
        <button type="button" class="quiet choose-all" onClick={() => set(rows, true)}>
          {t("export_all")}
        </button>
        <button type="button" class="quiet choose-none" onClick={() => set(rows, false)}>
          {t("export_none")}
        </button>
      </p>
      <p role="status" class="muted">
        {t("export_chosen", formatNumber(chosen.size), formatNumber(rows.length))}
      </p>
      <ul class="days">
        {days.slice(0, most).map(([day, some]) => (
          <Day key={day} day={day} isOpen={days.length === 1} rows={some} chosen={chosen} onSet={set} />
        ))}
      </ul>
      {days.length > most && <ShowMore onPress={() => setMost(most + STEP)} />}
    </Section>
  );
}

interface DayProps {
  readonly day: string;
  readonly isOpen: boolean;
  readonly rows: readonly JournalRow[];
  readonly chosen: ReadonlySet<number>;
  readonly onSet: (rows: readonly JournalRow[], isChosen: boolean) => void;
}

function Day({ day, isOpen, rows, chosen, onSet }: DayProps) {
  const [most, setMost] = useState(isOpen ? STEP : 0);
  const count = rows.filter(({ formed }) => chosen.has(formed.seq)).length;
  return (
    <li class="card">
      <label class="pick">
        <input
          type="checkbox"
          class="day-box"
          checked={count === rows.length}
          indeterminate={count > 0 && count < rows.length}
          onChange={() => onSet(rows, count < rows.length)}
        />
        <strong>
          <time dateTime={day}>{formatDay(day)}</time>
        </strong>{" "}
        <span class="muted">{t("export_chosen", formatNumber(count), formatNumber(rows.length))}</span>
      </label>
      {/* What is not open has no records in the page: a journal can have ten thousand. */}
      <details open={isOpen} onToggle={(event) => setMost(event.currentTarget.open ? Math.max(most, STEP) : 0)}>
        <summary>{t("export_day_records")}</summary>
        <ul class="rows">
          {rows.slice(0, most).map((row) => (
            <li key={row.formed.seq}>
              <label class="pick">
                <input
                  type="checkbox"
                  class="record-box"
                  value={row.formed.seq}
                  checked={chosen.has(row.formed.seq)}
                  onChange={() => onSet([row], !chosen.has(row.formed.seq))}
                />
                <RowText row={row} />
              </label>
            </li>
          ))}
        </ul>
        {most > 0 && rows.length > most && <ShowMore onPress={() => setMost(most + STEP)} />}
      </details>
    </li>
  );
}

function RowText({ row }: { readonly row: JournalRow }) {
  const entry = entryOf(row);
  return (
    <span class="row-text">
      {entry.verdict && <RecordVerdict verdict={entry.verdict} />}
      <span>
        {t("export_record_number", String(entry.seq))} <RecordSubject {...entry} />
      </span>
    </span>
  );
}
