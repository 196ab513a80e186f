import { formatDay, formatMoment, formatNumber } from "../components/local-format.ts";
import type { Entry } from "../journal-view/entry.ts";
import { RecordSubject } from "../journal-view/record-subject.tsx";
import { RecordVerdict } from "../journal-view/record-verdict.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { authorityText } from "./authority-text.ts";
import { COLUMNS, type Order, pressed } from "./order.ts";

interface Props {
  readonly entries: readonly Entry[];
  readonly timesOf: (entry: Entry) => number;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

/** Some records, a line each, with the press that puts them in order above each column. */
export function RecordsTable({ entries, timesOf, order, onOrder }: Props) {
  return (
    <table class="records">
      <caption class="visually-hidden">{t("records_list_title")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" aria-sort={order.by === column ? sortOf(order) : "none"}>
              <button type="button" class="sort" name={column} onClick={() => onOrder(pressed(order, column))}>
                {t(messageKey("records_column", column))}
                <span class="sort-sign" data-sort={order.by === column ? sortOf(order) : "none"} aria-hidden="true" />
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq}>
            <td class="when">
              <RecordTime entry={entry} />
            </td>
            <td>{entry.verdict && <RecordVerdict verdict={entry.verdict} />}</td>
            <th scope="row" class="subject">
              <a href={`#${entry.seq}`}>
                <RecordSubject {...entry} />
              </a>
            </th>
            <td>{entry.authority !== null && authorityText(entry.authority)}</td>
            <td class="times" data-label={t("records_column_times")} data-once={timesOf(entry) === 1}>
              {formatNumber(timesOf(entry))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const sortOf = ({ isDescending }: Order) => (isDescending ? "descending" : "ascending");

/** When something was seen, or on which day where no more is recorded. */
function RecordTime({ entry: { at, day } }: { readonly entry: Entry }) {
  if (at === null) return <time dateTime={day}>{formatDay(day)}</time>;
  return <time dateTime={new Date(at).toISOString()}>{formatMoment(at)}</time>;
}
