import { useEffect, useState } from "preact/hooks";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
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
  /** How many stored records are none, because the store was damaged. */
  readonly damaged: number;
  /** Records that this device cannot read. */
  readonly sealed: readonly SealedRecord[];
}

/** The journal; null while it is read, and an error when it cannot be read at all. */
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
  let damaged = 0;
  for await (const batch of reader.records()) {
    for (const formed of batch) {
      try {
        rows.push(journalRow(formed));
      } catch (error) {
        if (!(error instanceof EvidenceError)) throw error;
        damaged += 1;
      }
    }
  }
  const sealed: SealedRecord[] = [];
  for await (const batch of reader.sealedRecords()) sealed.push(...batch);
  return { reader, state: await reader.state(), rows, damaged, sealed };
}
