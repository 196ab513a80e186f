import { useEffect, useState } from "preact/hooks";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import { JOURNAL_LOCK } from "../journal-store/journal-lock.ts";
import { type JournalReader, type JournalState, openJournal } from "../journal-store/journal-reader.ts";
import type { SealedRecord } from "../journal-store/stored.ts";
import { type JournalRow, journalRow } from "../journal-view/journal-row.ts";
import { type Missing, missingRecords } from "../journal-view/missing-records.ts";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import { exclusively } from "../platform/exclusively.ts";

/** The journal as it was when the page opened. */
export interface ReadJournal {
  readonly reader: JournalReader;
  readonly state: JournalState;
  readonly rows: readonly JournalRow[];
  /** Records that should be there and are damaged or gone; null when none is. */
  readonly missing: Missing | null;
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
  // Whatever is recorded meanwhile waits: else records could be on their way to another place while they are looked for here.
  return exclusively(JOURNAL_LOCK, readAll);
}

async function readAll(): Promise<ReadJournal> {
  const reader = await openJournal();
  const rows: JournalRow[] = [];
  for await (const batch of reader.records()) {
    for (const formed of batch) {
      try {
        rows.push(journalRow(formed));
      } catch (error) {
        // It is missing then, and said to be.
        if (!(error instanceof EvidenceError)) throw error;
      }
    }
  }
  const sealed: SealedRecord[] = [];
  for await (const batch of reader.sealedRecords()) sealed.push(...batch);
  const state = await reader.state();
  const read = [...rows.map(({ formed }) => formed.seq), ...sealed.map(({ seq }) => seq)];
  return { reader, state, rows, missing: missingRecords(state, read), sealed };
}
