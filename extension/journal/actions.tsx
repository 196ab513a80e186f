import { KeepSession } from "../components/keep-session.tsx";
import { SealJournal } from "../components/seal-journal.tsx";
import { Section } from "../components/section.tsx";
import { WipeJournal } from "../components/wipe-journal.tsx";
import type { JournalState } from "../journal-store/journal-reader.ts";
import { t } from "../platform/translate.ts";

interface Props {
  readonly state: JournalState;
  /** Called when something was done to the journal. */
  readonly onDone: () => void;
}

/** Keeping, taking along, sealing and deleting the journal. */
export function Actions({ state: { inSession, head }, onDone }: Props) {
  return (
    <Section title={t("records_actions")} level={2}>
      <KeepSession inSession={inSession} onPressed={onDone} />
      <p>
        <a class="export-link" href="../export/index.html">
          {t("export_link")}
        </a>
      </p>
      <p>
        <a class="verify-link" href="../verify/index.html">
          {t("verify_link")}
        </a>
      </p>
      {head.seq > 0 && <SealJournal isPassing={inSession > 0} />}
      <WipeJournal onWiped={onDone} />
    </Section>
  );
}
