import * as v from "valibot";
import { EMPTY_HEAD, type FormedRecord, type Head } from "../../src/evidence/record.ts";
import { fromBase64 } from "../../src/watchlist/base64.ts";
import { storage } from "../platform/storage.ts";
import type { Keeping } from "../settings/settings.ts";
import { readSettings } from "../settings/settings-in-force.ts";
import { hasJournalDatabase, type JournalDatabase, openJournalDatabase } from "./database.ts";
import { diskRecords, diskRecordsFromTheLast } from "./disk-records.ts";
import { certificateKey, POSITION_KEY, recordKey, TALLY_PREFIX } from "./session-keys.ts";
import { Position, SealedRecord, StoredRecord, TallyRow, type Trouble } from "./stored.ts";
import { openingTrouble, readTrouble } from "./trouble.ts";

/** What is known of the journal without reading it through. */
export interface JournalState {
  /** What the user chose. */
  readonly keeping: Keeping;
  /** Whether what is kept on the disk is encrypted at once to somebody else. */
  readonly isWriteOnly: boolean;
  /** The last record; `EMPTY_HEAD` without one. */
  readonly head: Head;
  /** What the first record that is there follows; `EMPTY_HEAD` unless older ones were dropped. */
  readonly base: Head;
  /** How many records are on the disk, those that this device cannot read, or that are damaged, included. */
  readonly onDisk: number;
  /** How many are in the browser's memory, until it is closed. */
  readonly inSession: number;
  /** Of both, about. */
  readonly bytes: number;
  /** What went wrong, until the user has said to have seen it; null when nothing did. */
  readonly trouble: Trouble | null;
}

/** Reads the journal; nothing it does changes it. */
export interface JournalReader {
  /** Never rejects on account of a damaged store: then `trouble` says so. */
  state(): Promise<JournalState>;
  /** Every record that this device can read, in order. One that is damaged is left out, which the chain then shows. */
  records(): AsyncGenerator<readonly FormedRecord[]>;
  /**
   * The same from the last record on, and how many of a batch only the recipient can read. At most so many as `first` are in the first batch,
   * for whoever wants to show something at once.
   */
  fromTheLast(
    first: number,
  ): AsyncGenerator<{ readonly records: readonly FormedRecord[]; readonly sealed: readonly number[] }>;
  /** One record; null when it is not there, is damaged, or only the recipient can read it. */
  record(seq: number): Promise<FormedRecord | null>;
  /** What is counted aside and is not all in records yet. */
  tally(): Promise<readonly TallyRow[]>;
  /** Every record that only the recipient can read, in order. */
  sealedRecords(): AsyncGenerator<readonly SealedRecord[]>;
  /** DER of a certificate that a record names; null when it is not there. */
  certificate(sha256: string): Promise<Uint8Array | null>;
  /** To be called when nothing more is to be read. */
  close(): void;
}

/** Begins to read the journal. Never rejects. */
export async function openJournal(): Promise<JournalReader> {
  const opened = await open();
  const database = typeof opened === "string" ? null : opened;

  return {
    async state() {
      const [{ keeping, writeOnlyTo }, { lasting, passing }, noted] = await Promise.all([
        readSettings(),
        positions(database),
        readTrouble(),
      ]);
      // To count ten thousand records takes a browser longer than all the rest.
      const counted = lasting ? lasting.head.seq - lasting.base.seq : await database?.count("records").catch(() => 0);
      return {
        keeping,
        isWriteOnly: keeping === "evidence" && writeOnlyTo !== null,
        head: passing?.head ?? lasting?.head ?? EMPTY_HEAD,
        base: lasting?.base ?? passing?.base ?? EMPTY_HEAD,
        onDisk: counted ?? 0,
        inSession: passing ? passing.head.seq - passing.base.seq : 0,
        bytes: (lasting?.bytes ?? 0) + (passing?.bytes ?? 0),
        trouble: noted ?? (typeof opened === "string" ? { what: opened, since: Date.now(), missed: 0 } : null),
      };
    },
    async *records() {
      if (database) for await (const batch of diskRecords(database)) yield readable(batch);
      yield readable(await sessionRecords((await positions(database)).passing));
    },
    async *fromTheLast(first) {
      const passing = await sessionRecords((await positions(database)).passing);
      const sorted = (batch: unknown[]) => ({ records: readable(batch), sealed: sealed(batch).map(({ seq }) => seq) });
      for (let end = passing.length; end > 0; end -= first) {
        yield sorted(passing.slice(Math.max(0, end - first), end).toReversed());
      }
      if (database) for await (const batch of diskRecordsFromTheLast(database, first)) yield sorted(batch);
    },
    async record(seq) {
      const lasting = await database?.get("records", seq).catch(() => null);
      const { [recordKey(seq)]: passing } = lasting ? {} : await storage.session.get(recordKey(seq));
      return readable([lasting ?? passing])[0] ?? null;
    },
    async tally() {
      const lasting = await database?.getAll("tally").catch(() => []);
      const passing = Object.entries(await storage.session.get(null));
      const rows = [
        ...(lasting ?? []),
        ...passing.flatMap(([key, row]) => (key.startsWith(TALLY_PREFIX) ? [row] : [])),
      ];
      return rows.filter((row) => v.is(TallyRow, row));
    },
    async *sealedRecords() {
      if (database) for await (const batch of diskRecords(database)) yield sealed(batch);
    },
    async certificate(sha256) {
      const lasting = await database?.get("certificates", sha256).catch(() => undefined);
      if (lasting instanceof Uint8Array) return lasting;
      const { [certificateKey(sha256)]: passing } = await storage.session.get(certificateKey(sha256));
      return typeof passing === "string" ? fromBase64(passing) : null;
    },
    close: () => database?.close(),
  };
}

async function open(): Promise<JournalDatabase | null | ReturnType<typeof openingTrouble>> {
  try {
    return (await hasJournalDatabase()) ? await openJournalDatabase() : null;
  } catch (error) {
    return openingTrouble(error);
  }
}

const readable = (batch: readonly unknown[]): FormedRecord[] =>
  batch
    .filter((value) => v.is(StoredRecord, value))
    .map(({ seq, line, hash, disclosures }) => ({ seq, line, hash, disclosures }));

const sealed = (batch: readonly unknown[]) => batch.filter((value) => v.is(SealedRecord, value));

/** What is stored as records for this session, in order. */
async function sessionRecords(passing: Position | null): Promise<unknown[]> {
  if (!passing) return [];
  const { base, head } = passing;
  const keys = Array.from({ length: head.seq - base.seq }, (_, index) => recordKey(base.seq + 1 + index));
  const found = await storage.session.get(keys);
  return keys.map((key) => found[key]);
}

/** Where each store's part of the journal begins and ends; null while it is empty, and of the session's when it was moved to the disk just now. */
async function positions(
  database: JournalDatabase | null,
): Promise<{ readonly lasting: Position | null; readonly passing: Position | null }> {
  const [onDisk, { [POSITION_KEY]: inSession }] = await Promise.all([
    database?.get("state", "position").catch(() => null),
    storage.session.get(POSITION_KEY),
  ]);
  const lasting = v.is(Position, onDisk) ? onDisk : null;
  const isMoved = v.is(Position, inSession) && inSession.head.seq <= (lasting?.head.seq ?? 0);
  return { lasting, passing: v.is(Position, inSession) && !isMoved ? inSession : null };
}
