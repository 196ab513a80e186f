import { t } from "../platform/translate.ts";
import { SECTIONS } from "./sections.ts";

/** What is on the page, each a link to its place. */
export function Contents() {
  return (
    <nav class="contents" aria-label={t("settings_contents")}>
      <ul>
        {Object.entries(SECTIONS).map(([name, title]) => (
          <li key={name}>
            <a href={`#${name}`}>{t(title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
