import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import type { FormedRecord } from "../../src/evidence/record.ts";
import { JOURNAL_LOCK } from "../journal-store/journal-lock.ts";
import { type JournalReader, type JournalState, openJournal } from "../journal-store/journal-reader.ts";
import type { TallyRow } from "../journal-store/stored.ts";
import { type Entry, entryOf } from "../journal-view/entry.ts";
import { journalRow } from "../journal-view/journal-row.ts";
import { type Missing, missingRecords } from "../journal-view/missing-records.ts";
import { exclusively } from "../platform/exclusively.ts";
import { PAGE_SIZE } from "./pages.ts";

/** As many of the last records are read before the others: enough for the first page also where some only count others. */
const FIRST = 2 * PAGE_SIZE;
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

/** The journal as the page reads it: from now on part by part, and once more whenever somebody wants to know whether it is another now. */
export class JournalReading {
  /** What was read so far; null until that is something, an error when nothing can be read at all. */
  latest: ReadRecords | Error | null = null;
  /** Ends when there is something to show, or nothing can be read. */
  readonly begun: Promise<void>;
  private listener: (read: ReadRecords | Error) => void = () => {};

  constructor() {
    this.begun = new Promise((begin) => this.follow(() => begin()));
    this.look();
  }

  /** Calls `listener`, and it alone, with whatever is read from now on. */
  follow(listener: (read: ReadRecords | Error) => void): void {
    this.listener = listener;
  }

  /** Reads the journal once more when what is being read is read. */
  look(): void {
    void exclusively(JOURNAL_LOCK, () => readAll(this.known(), (some) => this.show(some))).catch((error: Error) => {
      // What was read before is still worth more than an error.
      if (this.known() === null) this.tell(error);
    });
  }

  private known(): ReadRecords | null {
    return this.latest instanceof Error ? null : this.latest;
  }

  private show(some: ReadRecords): void {
    const known = this.known();
    // What is whole stays until there is another whole: nobody wants to see a list grow again.
    if (known?.isWhole && !some.isWhole) return;
    if (known?.reader !== some.reader) known?.reader.close();
    this.tell(some);
  }

  private tell(read: ReadRecords | Error): void {
    this.latest = read;
    this.listener(read);
  }
}

async function readAll(known: ReadRecords | null, show: (read: ReadRecords) => void): Promise<void> {
  const reader = await openJournal();
  const about = () => Promise.all([reader.state(), reader.tally()]);
  if (known?.isWhole) {
    const [state, tally] = await about();
    if (isSame(known.state, state)) return show({ ...known, reader, state, tally });
  }
  const batches = reader.fromTheLast(FIRST);
  let batch = await batches.next();
  // The browser reads this while the first records are taken apart.
  const knownAbout = about();
  const entries: Entry[] = [];
  const sealed: number[] = [];
  let [listed, shown] = [0, 0];
  while (!batch.done) {
    sealed.push(...batch.value.sealed);
    for (const record of batch.value.records) {
      const entry = entryIn(record);
      if (!entry) continue;
      entries.push(entry);
      if (isListed(entry)) listed++;
      // What is shown first would be pushed down by what is read next, were it less than a page.
      if (shown === 0 ? listed < PAGE_SIZE : entries.length < shown + MORE) continue;
      shown = entries.length;
      const [state, tally] = await knownAbout;
      show({ reader, state, tally, entries: [...entries], sealed: sealed.length, missing: null, isWhole: false });
      // The page is drawn, and answers what is pressed, before it reads on.
      await new Promise((resolve) => setTimeout(resolve));
    }
    batch = await batches.next();
  }
  const [state, tally] = await knownAbout;
  const missing = missingRecords(state, [...entries.map(({ seq }) => seq), ...sealed]);
  show({ reader, state, tally, entries, sealed: sealed.length, missing, isWhole: true });
}

/** Whether a record is in the list by itself, and does not only count another. */
const isListed = ({ of }: Entry) => of === null;

/** Whether the journal has the same records. */
const isSame = (one: JournalState, other: JournalState): boolean =>
  one.head.hash === other.head.hash && one.base.hash === other.base.hash;

function entryIn(formed: FormedRecord): Entry | null {
  try {
    return entryOf(journalRow(formed));
  } catch (error) {
    // It is missing then, and said to be.
    if (!(error instanceof EvidenceError)) throw error;
    return null;
  }
}
