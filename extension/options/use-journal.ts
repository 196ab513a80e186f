import { useEffect, useState } from "preact/hooks";
import { type JournalState, openJournal } from "../journal-store/journal-reader.ts";
import { onSettingsChanged } from "./on-settings-changed.ts";

/** What is known of the journal, null until then, "unread" when the browser does not say; and how to look again, which never rejects. */
export function useJournal(): readonly [JournalState | null | "unread", () => Promise<void>] {
  const [state, setState] = useState<JournalState | null | "unread">(null);
  const look = async () => {
    const journal = await openJournal();
    await journal.state().then(setState, () => setState("unread"));
    journal.close();
  };
  useEffect(() => {
    void look();
    return onSettingsChanged(() => void look());
  }, []);
  return [state, look];
}
