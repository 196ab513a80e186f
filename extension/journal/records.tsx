import { useMemo } from "preact/hooks";
import { compareNames, formatNumber } from "../components/local-format.ts";
import { Section } from "../components/section.tsx";
import type { Entry } from "../journal-view/entry.ts";
import { numbersFragment } from "../journal-view/record-numbers.ts";
import { t } from "../platform/translate.ts";
import { authorityText } from "./authority-text.ts";
import { foundByDay } from "./days.ts";
import { DaysChart } from "./days-chart.tsx";
import { EVERYTHING, filtered, isNarrow } from "./filter.ts";
import { FilterForm } from "./filter-form.tsx";
import type { ReadRecords } from "./journal-reading.ts";
import { ordered } from "./order.ts";
import { partOf } from "./pages.ts";
import { RecordsTable } from "./records-table.tsx";
import { NEVER, seenAgain } from "./seen-again.ts";
import { TurnPages } from "./turn-pages.tsx";
import type { View } from "./view.ts";

interface Props {
  readonly read: ReadRecords;
  readonly view: View;
  readonly onChange: (changes: Partial<View>) => void;
}

/** The records over time and as a list, and what narrows both down. */
export function Records({ read: { entries, tally }, view, onChange }: Props) {
  const { filter, order, page, lastDay } = view;
  const again = useMemo(() => seenAgain(entries, tally), [entries, tally]);
  const timesOf = ({ seq, count }: Entry) => count + (again.get(seq) ?? NEVER).times;
  const onAllDays = useMemo(() => filtered(entries, { ...filter, from: "", to: "" }, authorityText), [entries, filter]);
  const days = useMemo(() => foundByDay(onAllDays), [onAllDays]);
  const listed = useMemo(
    () =>
      ordered(
        filtered(onAllDays, { ...EVERYTHING, kind: filter.kind, from: filter.from, to: filter.to }, authorityText),
        order,
        {
          ...{ compareNames, nameOf: authorityText, timesOf },
        },
      ),
    [onAllDays, filter, order, again],
  );
  const part = partOf(listed, page);
  const counting = isNarrow(filter) ? 0 : entries.length - listed.length;
  const aside = counting > 0 ? [t("records_only_counting", formatNumber(counting))] : [];
  const narrow = (changes: Partial<View["filter"]>) => onChange({ filter: { ...filter, ...changes }, page: 1 });
  return (
    <>
      <DaysChart
        days={days}
        last={lastDay}
        chosen={filter.from === filter.to ? filter.from : ""}
        onTurn={(last) => onChange({ lastDay: last })}
        onChoose={(day) => narrow({ from: day, to: day })}
      />
      <Section title={t("records_list_title")} level={2}>
        <FilterForm filter={filter} onChange={narrow} />
        <p role="status" class="muted shown-records">
          {part.items.length === 0
            ? t("records_none_fit")
            : [t("records_shown", ...[part.first, part.last, listed.length].map(formatNumber)), ...aside].join(". ")}
        </p>
        {part.items.length > 0 && (
          <RecordsTable
            entries={part.items}
            timesOf={timesOf}
            order={order}
            onOrder={(changed) => onChange({ order: changed, page: 1 })}
          />
        )}
        <TurnPages part={part} onTurn={(turned) => onChange({ page: turned })} />
        {isNarrow(filter) && listed.length > 0 && (
          <p>
            <a class="export-listed" href={`../export/index.html#${numbersFragment(withCounts(listed, entries))}`}>
              {t("records_export_some", formatNumber(listed.length))}
            </a>
          </p>
        )}
      </Section>
    </>
  );
}

/** The numbers of some records and of those that count them. */
function withCounts(listed: readonly Entry[], entries: readonly Entry[]): readonly number[] {
  const numbers = new Set(listed.map(({ seq }) => seq));
  return [...numbers, ...entries.flatMap(({ seq, of }) => (of !== null && numbers.has(of) ? [seq] : []))];
}
