import { formatDay, formatNumber } from "../components/local-format.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import type { Found } from "./days.ts";

/** The numbers of the chart for whoever wants to read rather than to look: of those of its days that have any. */
export function DaysTable({ days }: { readonly days: readonly (readonly [day: string, found: Found])[] }) {
  return (
    <details class="days-table">
      <summary>{t("records_chart_table")}</summary>
      <table>
        <caption class="visually-hidden">{t("records_chart_title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("records_column_day")}</th>
            <th scope="col">{t("records_column_what")}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(([day, found]) => (
            <tr key={day}>
              <th scope="row">
                <time dateTime={day}>{formatDay(day)}</time>
              </th>
              <td>
                <ul class="plain">
                  {found.map(([verdict, count]) => (
                    <li key={verdict}>
                      {t("records_verdict_count", t(messageKey("verdict", verdict)), formatNumber(count))}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
