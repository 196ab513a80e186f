import { JournalTrouble } from "../components/journal-trouble.tsx";
import type { Trouble } from "../journal-store/stored.ts";
import { t } from "../platform/translate.ts";

/** That something went wrong with the journal, and the way to the settings. */
export function JournalNotice({ trouble }: { readonly trouble: Trouble }) {
  return (
    <section class="section">
      <JournalTrouble trouble={trouble} />
      <p>
        <a href="../options/index.html" target="_blank" rel="noopener">
          {t("options_title")}
        </a>
      </p>
    </section>
  );
}
