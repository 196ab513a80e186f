import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";

/** What stands in the place of records while there is none: what would be kept, and what never is. */
export function EmptyJournal() {
  return (
    <>
      <div class="empty-journal">
        <p>
          <strong>{t("records_empty")}</strong>
        </p>
        <p>{t("records_empty_means")}</p>
      </div>
      <Section title={t("records_kept")} level={2}>
        <ul class="plain-list">
          <li>{t("records_kept_found")}</li>
          <li>{t("records_kept_listed")}</li>
          <li>{t("records_kept_pressed")}</li>
          <li>{t("records_kept_root")}</li>
        </ul>
      </Section>
      <Section title={t("records_never")} level={2}>
        <ul class="plain-list">
          <li>{t("records_never_others")}</li>
          <li>{t("records_never_contents")}</li>
          <li>{t("records_never_private")}</li>
        </ul>
      </Section>
    </>
  );
}
