import { useState } from "preact/hooks";
import type { Head } from "../../src/evidence/record.ts";
import { t } from "../platform/translate.ts";
import { sealJournal } from "./ask-journal.ts";
import { Section } from "./section.tsx";

/** The head of the journal, to be given to somebody else. @param isPassing whether the last records are gone when the browser is closed. */
export function SealJournal({ isPassing }: { readonly isPassing: boolean }) {
  const [seal, setSeal] = useState<Head | null | undefined>();
  const show = async () => setSeal(await sealJournal().catch(() => null));
  return (
    <Section title={t("seal_title")} level={3}>
      <p>{t("seal_explained")}</p>
      {isPassing && <p class="muted">{t("seal_passing")}</p>}
      <p class="presses">
        <button type="button" class="quiet seal-journal" onClick={() => void show()}>
          {t("seal_button")}
        </button>
      </p>
      <p role="status" class="seal">
        {seal === null && t("seal_none")}
        {seal && (
          <>
            {t("seal_is", String(seal.seq))} <code>{seal.hash}</code>
          </>
        )}
      </p>
      {seal && (
        <p class="presses">
          <button type="button" class="quiet copy-seal" onClick={() => void navigator.clipboard.writeText(seal.hash)}>
            {t("seal_copy")}
          </button>
        </p>
      )}
    </Section>
  );
}
