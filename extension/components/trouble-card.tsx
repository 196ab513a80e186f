import type { Trouble } from "../journal-store/stored.ts";
import { t } from "../platform/translate.ts";
import { dismissJournalTrouble } from "./ask-journal.ts";
import { JournalTrouble } from "./journal-trouble.tsx";

interface Props {
  readonly trouble: Trouble;
  /** Called once the background has answered that the user has seen it. */
  readonly onSeen: () => void;
}

/** What went wrong with the journal, and the press that says it was seen. */
export function TroubleCard({ trouble, onSeen }: Props) {
  return (
    <div class="card">
      <JournalTrouble trouble={trouble} />
      <p class="presses">
        <button type="button" class="quiet dismiss-trouble" onClick={() => void dismissJournalTrouble().then(onSeen)}>
          {t("journal_trouble_seen")}
        </button>
      </p>
    </div>
  );
}
