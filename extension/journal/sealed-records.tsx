import { formatNumber } from "../components/local-format.ts";
import { t } from "../platform/translate.ts";

/** How many records only their recipient can read, and the way to them. It stands below the others: it is there only once those are read. */
export function SealedRecords({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p class="card sealed-records">
      <span>
        {t("records_sealed", formatNumber(count))} <a href="../export/index.html">{t("export_link")}</a>
      </span>
    </p>
  );
}
