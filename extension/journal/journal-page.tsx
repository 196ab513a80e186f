import { useState } from "preact/hooks";
import { Sentence } from "../components/sentence.tsx";
import { TroubleCard } from "../components/trouble-card.tsx";
import { useFocusAfterTurn } from "../components/use-focus-after-turn.ts";
import { useFragment } from "../components/use-fragment.ts";
import { t } from "../platform/translate.ts";
import { Actions } from "./actions.tsx";
import { EmptyJournal } from "./empty-journal.tsx";
import { JournalHead } from "./journal-head.tsx";
import type { JournalReading } from "./journal-reading.ts";
import { Notices } from "./notices.tsx";
import { RecordDetail } from "./record-detail.tsx";
import { Records } from "./records.tsx";
import { SealedRecords } from "./sealed-records.tsx";
import { useRecords } from "./use-records.ts";
import { FIRST_VIEW } from "./view.ts";

/** The page that shows what was recorded: over time, as a list, and each record by itself, which the address names behind "#". */
export function JournalPage({ reading }: { readonly reading: JournalReading }) {
  const read = useRecords(reading);
  const look = () => reading.look();
  const [view, setView] = useState(FIRST_VIEW);
  const fragment = useFragment();
  const seq = /^[1-9]\d{0,14}$/.test(fragment) ? fragment : null;
  useFocusAfterTurn(read && seq);
  if (read === null || read instanceof Error) {
    return (
      <main>
        <h1>{t("records_title")}</h1>
        {read === null ? (
          <p role="status">{t("export_loading")}</p>
        ) : (
          <p role="alert">
            <Sentence message="export_unreadable" parts={[read.message]} />
          </p>
        )}
      </main>
    );
  }
  if (seq !== null) {
    return (
      <main>
        <RecordDetail key={seq} seq={Number(seq)} read={read} />
      </main>
    );
  }
  const { state, entries, sealed, missing } = read;
  const isEmpty = entries.length + sealed === 0 && missing === null && state.trouble === null;
  return (
    <main>
      <JournalHead state={state} />
      {state.trouble && <TroubleCard trouble={state.trouble} onSeen={look} />}
      <Notices read={read} />
      {entries.length > 0 && (
        <Records read={read} view={view} onChange={(changes) => setView({ ...view, ...changes })} />
      )}
      <SealedRecords count={sealed} />
      {isEmpty && <EmptyJournal />}
      <Actions state={state} onDone={look} />
    </main>
  );
}
