import { useEffect, useState } from "preact/hooks";
import { type JournalReader, type JournalState, openJournal } from "../journal-store/journal-reader.ts";
import type { SealedRecord } from "../journal-store/stored.ts";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import { type JournalRow, journalRow } from "./journal-row.ts";

/** The journal as it was when the page opened. */
export interface ReadJournal {
  readonly reader: JournalReader;
  readonly state: JournalState;
  readonly rows: readonly JournalRow[];
  /** Records that this device cannot read. */
  readonly sealed: readonly SealedRecord[];
}

/** The journal; null while it is read, and an error when something in it is no record. */
export function useJournal(): ReadJournal | Error | null {
  const [journal, setJournal] = useState<ReadJournal | Error | null>(null);
  useEffect(() => void read().then(setJournal, setJournal), []);
  return journal;
}

async function read(): Promise<ReadJournal> {
  const closeDay: Message = { type: "close-journal-day" };
  // Whether or not what was counted aside could be appended, what is there can be exported.
  await browser.runtime.sendMessage(closeDay).catch(() => null);
  const reader = await openJournal();
  const rows: JournalRow[] = [];
  for await (const batch of reader.records()) rows.push(...batch.map(journalRow));
  const sealed: SealedRecord[] = [];
  for await (const batch of reader.sealedRecords()) sealed.push(...batch);
  return { reader, state: await reader.state(), rows, sealed };
}
