import { formatNumber } from "../components/local-format.ts";
import { t } from "../platform/translate.ts";
import type { ReadRecords } from "./journal-reading.ts";
import { rootsCounted } from "./seen-again.ts";

/** How far the journal is read, and what is gone of it or not yet in a record. */
export function Notices({ read: { entries, isWhole, missing, state, tally } }: { readonly read: ReadRecords }) {
  const counted = rootsCounted(tally);
  return (
    <>
      <div class="reading">
        <p class="muted older-records">
          {!isWhole && t("records_reading", formatNumber(entries.length), formatNumber(state.onDisk + state.inSession))}
        </p>
        <div role="alert">
          {missing && (
            <details class="missing-records">
              <summary>{t("records_missing", formatNumber(missing.count))}</summary>
              <p>{t("export_missing", formatNumber(missing.count), missing.numbers)}</p>
            </details>
          )}
        </div>
      </div>
      {counted > 0 && <p class="muted counted-aside">{t("records_counted_aside", formatNumber(counted))}</p>}
    </>
  );
}
