import { t } from "../platform/translate.ts";

/** The way to the page that judges a text or a file. */
export function InspectLink() {
  return (
    <p class="inspect-link">
      <a href="../inspect/index.html" target="_blank" rel="noopener">
        {t("given_title")}
      </a>
    </p>
  );
}
