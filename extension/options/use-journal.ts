import { useEffect, useState } from "preact/hooks";
import { type JournalState, openJournal } from "../journal-store/journal-reader.ts";

/** What is known of the journal, null until then; and how to look again. */
export function useJournal(): readonly [JournalState | null, () => Promise<void>] {
  const [state, setState] = useState<JournalState | null>(null);
  const look = async () => {
    const journal = await openJournal();
    setState(await journal.state());
    journal.close();
  };
  useEffect(() => void look(), []);
  return [state, look];
}
