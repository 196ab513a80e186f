import { useState } from "preact/hooks";
import { chooseKeeping, dismissJournalTrouble, keepSession } from "../components/ask-journal.ts";
import { JournalTrouble } from "../components/journal-trouble.tsx";
import { Section } from "../components/section.tsx";
import type { JournalState } from "../journal-store/journal-reader.ts";
import { messageKey } from "../platform/message-key.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import { KEEPINGS, type KeepingChanges } from "../settings/settings.ts";
import { KeepingLimits } from "./keeping-limits.tsx";
import { SealJournal } from "./seal-journal.tsx";
import { useJournal } from "./use-journal.ts";
import { WipeJournal } from "./wipe-journal.tsx";

/** What is kept of what was found, where and how long; and taking it along, sealing and deleting it. */
export function JournalSection() {
  const [state, look] = useJournal();
  const [said, setSaid] = useState<MessageKey | null>(null);
  if (state === null) return null;
  const act = async (done: Promise<boolean>, ifDone: MessageKey | null) => {
    setSaid((await done) ? ifDone : "journal_failed");
    await look();
  };
  const change = (changes: KeepingChanges) => act(chooseKeeping(changes), null);
  return (
    <Section title={t("journal_title")} level={2}>
      <p>{t("journal_intro")}</p>
      {state.trouble && (
        <div class="card">
          <JournalTrouble trouble={state.trouble} />
          <p class="presses">
            <button type="button" class="quiet dismiss-trouble" onClick={() => void act(dismissJournalTrouble(), null)}>
              {t("journal_trouble_seen")}
            </button>
          </p>
        </div>
      )}
      <fieldset class="answers keepings">
        <legend>{t("journal_keeping")}</legend>
        {KEEPINGS.map((keeping) => (
          <label key={keeping} class="answer-choice">
            <input
              type="radio"
              name="keeping"
              value={keeping}
              checked={state.keeping === keeping}
              onChange={() => void change({ keeping })}
            />
            <span>{t(messageKey("keeping", keeping))}</span>
          </label>
        ))}
      </fieldset>
      {state.keeping === "evidence" && <KeepingLimits onChange={(changes) => void change(changes)} />}
      <p class="journal-amount">{amount(state)}</p>
      {state.inSession > 0 && (
        <>
          <p>{t("journal_keep_explained")}</p>
          <p class="presses">
            <button
              type="button"
              class="quiet keep-session"
              onClick={() => void act(keepSession(), "journal_kept_now")}
            >
              {t("journal_keep_button")}
            </button>
          </p>
        </>
      )}
      <p role="status" class="journal-said">
        {said && t(said)}
      </p>
      <p>
        <a class="export-journal" href="../export/index.html">
          {t("journal_export")}
        </a>
        <br />
        <a class="verify-link" href="../verify/index.html">
          {t("verify_link")}
        </a>
      </p>
      <SealJournal isOnDisk={state.onDisk > 0} />
      <WipeJournal onWiped={() => void look()} />
    </Section>
  );
}

function amount({ onDisk, inSession }: JournalState): string {
  return t("journal_amount", String(onDisk), String(inSession));
}
