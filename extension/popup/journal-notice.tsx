import { useEffect, useState } from "preact/hooks";
import { JournalTrouble } from "../components/journal-trouble.tsx";
import type { Trouble } from "../journal-store/stored.ts";
import { readTrouble } from "../journal-store/trouble.ts";
import { t } from "../platform/translate.ts";

/** That something went wrong with the journal, and the way to the settings; nothing while all is well. */
export function JournalNotice() {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  useEffect(() => void readTrouble().then(setTrouble), []);
  if (!trouble) return null;
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
