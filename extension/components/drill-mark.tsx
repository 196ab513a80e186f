import { t } from "../platform/translate.ts";

/** Says that everything below it is made up. */
export function DrillMark() {
  return (
    <p class="drill-mark">
      <strong>{t("drill_mark")}</strong> {t("drill_mark_more")}
    </p>
  );
}
