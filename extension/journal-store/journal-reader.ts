import * as v from "valibot";
import { EMPTY_HEAD, type FormedRecord, type Head } from "../../src/evidence/record.ts";
import { fromBase64 } from "../../src/watchlist/base64.ts";
import { browser } from "../platform/browser.ts";
import type { Keeping } from "../settings/settings.ts";
import { readSettings } from "../settings/settings-store.ts";
import { hasJournalDatabase, type JournalDatabase, openJournalDatabase } from "./database.ts";
import { certificateKey, POSITION_KEY, recordKey } from "./session-keys.ts";
import { Position, SealedRecord, StoredRecord, type Trouble } from "./stored.ts";
import { readTrouble } from "./trouble.ts";

/** How many records are read at a time. */
const BATCH = 200;

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
  /** How many records are on the disk, those that this device cannot read included. */
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
  const database = opened === "unreadable" ? null : opened;

  const oneByOne = (keys: readonly number[]) =>
    Promise.all(keys.map((key): Promise<unknown> | undefined => database?.get("records", key).catch(() => null)));

  async function* stored(): AsyncGenerator<unknown[]> {
    for (let from = 0; database; ) {
      const range = IDBKeyRange.bound(from, Number.MAX_SAFE_INTEGER, true);
      const keys = await database.getAllKeys("records", range, BATCH).catch(() => []);
      const last = keys.at(-1);
      if (last === undefined) return;
      from = last;
      const among = IDBKeyRange.bound(keys[0], last);
      // Where one cannot be read, all are asked for by themselves.
      yield await database.getAll("records", among).catch(() => oneByOne(keys));
    }
  }

  return {
    async state() {
      const { keeping, writeOnlyTo } = await readSettings();
      const lasting = await lastingPosition(database);
      const passing = await sessionPosition(lasting);
      const onDisk = (await database?.count("records").catch(() => 0)) ?? 0;
      const damaged: Trouble = { what: "unreadable", since: Date.now(), missed: 0 };
      return {
        keeping,
        isWriteOnly: keeping === "evidence" && writeOnlyTo !== null,
        head: passing?.head ?? lasting?.head ?? EMPTY_HEAD,
        base: lasting?.base ?? passing?.base ?? EMPTY_HEAD,
        onDisk,
        inSession: passing ? passing.head.seq - passing.base.seq : 0,
        bytes: (lasting?.bytes ?? 0) + (passing?.bytes ?? 0),
        trouble: (await readTrouble()) ?? (opened === "unreadable" ? damaged : null),
      };
    },
    async *records() {
      for await (const batch of stored())
        yield batch.flatMap((value) => (v.is(StoredRecord, value) ? [formed(value)] : []));
      const passing = await sessionPosition(await lastingPosition(database));
      if (!passing) return;
      const keys = Array.from({ length: passing.head.seq - passing.base.seq }, (_, index) =>
        recordKey(passing.base.seq + 1 + index),
      );
      const found = await browser.storage.session.get(keys);
      yield keys.flatMap((key) => (v.is(StoredRecord, found[key]) ? [formed(found[key])] : []));
    },
    async *sealedRecords() {
      for await (const batch of stored()) yield batch.filter((value) => v.is(SealedRecord, value));
    },
    async certificate(sha256) {
      const lasting = await database?.get("certificates", sha256).catch(() => undefined);
      if (lasting instanceof Uint8Array) return lasting;
      const { [certificateKey(sha256)]: passing } = await browser.storage.session.get(certificateKey(sha256));
      return typeof passing === "string" ? fromBase64(passing) : null;
    },
    close: () => database?.close(),
  };
}

async function open(): Promise<JournalDatabase | null | "unreadable"> {
  try {
    return (await hasJournalDatabase()) ? await openJournalDatabase() : null;
  } catch {
    return "unreadable";
  }
}

const formed = ({ seq, line, hash, disclosures }: StoredRecord): FormedRecord => ({ seq, line, hash, disclosures });

async function lastingPosition(database: JournalDatabase | null): Promise<Position | null> {
  const stored = await database?.get("state", "position").catch(() => null);
  return v.is(Position, stored) ? stored : null;
}

/** Where the session's part of the journal begins and ends; null while it is empty, and when it was moved to the disk just now. */
async function sessionPosition(lasting: Position | null): Promise<Position | null> {
  const { [POSITION_KEY]: stored } = await browser.storage.session.get(POSITION_KEY);
  const isMoved = v.is(Position, stored) && stored.head.seq <= (lasting?.head.seq ?? 0);
  return v.is(Position, stored) && !isMoved ? stored : null;
}
