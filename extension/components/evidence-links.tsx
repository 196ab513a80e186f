import { t } from "../platform/translate.ts";

/** The ways to the page that makes a file of the records, and to the one that checks such a file. */
export function EvidenceLinks() {
  return (
    <p class="evidence-links">
      <a class="export-link" href="../export/index.html" target="_blank" rel="noopener">
        {t("export_link")}
      </a>
      <br />
      <a class="verify-link" href="../verify/index.html" target="_blank" rel="noopener">
        {t("verify_link")}
      </a>
    </p>
  );
}
