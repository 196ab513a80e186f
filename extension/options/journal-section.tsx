import { chooseKeeping } from "../components/ask-journal.ts";
import { KeepSession } from "../components/keep-session.tsx";
import { KeepingChoice } from "../components/keeping-choice.tsx";
import { formatNumber } from "../components/local-format.ts";
import { SealJournal } from "../components/seal-journal.tsx";
import { TroubleCard } from "../components/trouble-card.tsx";
import { WipeJournal } from "../components/wipe-journal.tsx";
import type { JournalState } from "../journal-store/journal-reader.ts";
import { t } from "../platform/translate.ts";
import type { KeepingChanges } from "../settings/settings.ts";
import { KeepingLimits } from "./keeping-limits.tsx";
import { useSaving } from "./saving.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { useJournal } from "./use-journal.ts";

/** What is kept of what was found, where and how long; and taking it along, sealing and deleting it. */
export function JournalSection() {
  const [state, look] = useJournal();
  const tell = useSaving();
  const change = async (changes: KeepingChanges) => {
    await tell(chooseKeeping(changes));
    await look();
  };
  return (
    <SettingsSection name="evidence" shown={state}>
      {(state) => (
        <>
          <p>{t("journal_intro")}</p>
          {state.trouble && <TroubleCard trouble={state.trouble} onSeen={() => void look()} />}
          <KeepingChoice keeping={state.keeping} onChoose={(keeping) => void change({ keeping })} />
          {state.keeping === "evidence" && <KeepingLimits onChange={(changes) => void change(changes)} />}
          <p class="journal-amount">{amount(state)}</p>
          <KeepSession inSession={state.inSession} onPressed={() => void look()} />
          <ul class="evidence-links">
            <li>
              <a href="../journal/index.html">{t("journal_open")}</a>
            </li>
            <li>
              <a class="export-journal" href="../export/index.html">
                {t("export_link")}
              </a>
            </li>
            <li>
              <a class="verify-link" href="../verify/index.html">
                {t("verify_link")}
              </a>
            </li>
          </ul>
          <SealJournal isPassing={state.inSession > 0} />
          <WipeJournal onWiped={() => void look()} />
        </>
      )}
    </SettingsSection>
  );
}

function amount({ onDisk, inSession }: JournalState): string {
  return t("journal_amount", formatNumber(onDisk), formatNumber(inSession));
}
