import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import type { FormedRecord } from "../../src/evidence/record.ts";
import { JOURNAL_LOCK } from "../journal-store/journal-lock.ts";
import { type JournalReader, type JournalState, openJournal } from "../journal-store/journal-reader.ts";
import type { TallyRow } from "../journal-store/stored.ts";
import { type Entry, entryOf } from "../journal-view/entry.ts";
import { journalRow } from "../journal-view/journal-row.ts";
import { type Missing, missingRecords } from "../journal-view/missing-records.ts";
import { exclusively } from "../platform/exclusively.ts";

/** As many of the last records are shown before the others are read: enough for the first page also where some only count others. */
const FIRST = 50;
/** The page is not drawn again for fewer than so many more. */
const MORE = 2000;

/** What was read of the journal so far. */
export interface ReadRecords {
  readonly reader: JournalReader;
  readonly state: JournalState;
  /** The last record first. */
  readonly entries: readonly Entry[];
  readonly tally: readonly TallyRow[];
  /** How many records only the recipient can read. */
  readonly sealed: number;
  /** Records that should be there and cannot be read; null when none is missing, and until all are read. */
  readonly missing: Missing | null;
  readonly isWhole: boolean;
}

/** The journal, null until its first part is read, an error when it cannot be read at all; and how to look whether it is another now, as whoever returns to the page has it looked. */
export function useRecords(): readonly [ReadRecords | Error | null, () => void] {
  const [read, setRead] = useState<ReadRecords | Error | null>(null);
  const [turn, setTurn] = useState(0);
  const known = useRef<ReadRecords | null>(null);
  const look = () => setTurn((last) => last + 1);
  // Not after the page was painted: the first thing to paint are the records.
  useLayoutEffect(() => {
    let isCurrent = true;
    const show = (some: ReadRecords) => {
      // What is whole stays until there is another whole: nobody wants to see a list grow again.
      if (!isCurrent || (known.current?.isWhole && !some.isWhole)) return;
      if (known.current?.reader !== some.reader) known.current?.reader.close();
      known.current = some;
      setRead(some);
    };
    void exclusively(JOURNAL_LOCK, () => readAll(known.current, show, () => isCurrent)).catch((error: Error) => {
      // What was read before is still worth more than an error.
      if (isCurrent && known.current === null) setRead(error);
    });
    return () => {
      isCurrent = false;
    };
  }, [turn]);
  useEffect(() => {
    const returned = () => document.visibilityState === "visible" && look();
    addEventListener("focus", returned);
    document.addEventListener("visibilitychange", returned);
    return () => {
      removeEventListener("focus", returned);
      document.removeEventListener("visibilitychange", returned);
    };
  }, []);
  return [read, look];
}

async function readAll(
  known: ReadRecords | null,
  show: (read: ReadRecords) => void,
  isWanted: () => boolean,
): Promise<void> {
  const reader = await openJournal();
  const batches = reader.fromTheLast(FIRST);
  let batch = await batches.next();
  // The browser counts while what was read is taken apart.
  const counting = Promise.all([reader.state(), reader.tally()]);
  const entries: Entry[] = [];
  const sealed: number[] = [];
  let shown = 0;
  while (!batch.done) {
    entries.push(...batch.value.records.flatMap(entryIn));
    sealed.push(...batch.value.sealed);
    const [state, tally] = await counting;
    if (known?.isWhole && isSame(known.state, state)) return show({ ...known, reader, state, tally });
    if (!isWanted()) return reader.close();
    // Sealed records alone would be pushed down by what is read next.
    if (entries.length > 0 && (shown === 0 || entries.length >= shown + MORE)) {
      shown = entries.length;
      show({ reader, state, tally, entries: [...entries], sealed: sealed.length, missing: null, isWhole: false });
      // The page is drawn, and answers what is pressed, before it reads on.
      await new Promise((resolve) => setTimeout(resolve));
    }
    batch = await batches.next();
  }
  const [state, tally] = await counting;
  const missing = missingRecords(state, [...entries.map(({ seq }) => seq), ...sealed]);
  show({ reader, state, tally, entries, sealed: sealed.length, missing, isWhole: true });
}

/** Whether the journal has the same records. */
const isSame = (one: JournalState, other: JournalState): boolean =>
  one.head.hash === other.head.hash && one.base.hash === other.base.hash;

function entryIn(formed: FormedRecord): readonly Entry[] {
  try {
    return [entryOf(journalRow(formed))];
  } catch (error) {
    // It is missing then, and said to be.
    if (!(error instanceof EvidenceError)) throw error;
    return [];
  }
}
