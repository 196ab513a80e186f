import { t } from "../platform/translate.ts";
import { rootsCounted } from "./seen-again.ts";
import type { ReadRecords } from "./use-records.ts";

/** What of the journal is not among the records below, and why. */
export function Notices({ read: { missing, sealed, tally } }: { readonly read: ReadRecords }) {
  const counted = rootsCounted(tally);
  return (
    <>
      {missing && (
        <p role="alert" class="missing-records">
          {t("export_missing", String(missing.count), missing.numbers)}
        </p>
      )}
      {sealed > 0 && (
        <p class="card sealed-records">
          <span>
            {t("records_sealed", String(sealed))} <a href="../export/index.html">{t("export_link")}</a>
          </span>
        </p>
      )}
      {counted > 0 && <p class="muted counted-aside">{t("records_counted_aside", String(counted))}</p>}
    </>
  );
}
