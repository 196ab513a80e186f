import * as v from "valibot";
import { EMPTY_HEAD, type Head } from "../../../src/evidence/record.ts";
import type { JournalDatabase } from "../../journal-store/database.ts";
import { Position, type SealedRecord, type StoredRecord, TallyRow } from "../../journal-store/stored.ts";
import { type Addition, type JournalStore, sizeOf } from "./journal-store.ts";
import { witness } from "./witness.ts";

/** What is written to the disk in one go: as `Addition`, with the records as they are to lie there. */
interface Rows extends Pick<Addition, "certificates" | "tally" | "closed"> {
  readonly records: readonly (StoredRecord | SealedRecord)[];
  /** When, milliseconds since 1970; null where that is not to be on the disk. */
  readonly at: number | null;
}

/** The journal on the disk. Each change is one transaction, which the browser makes whole or not at all, whenever the background ends. */
export class DatabaseStore implements JournalStore {
  readonly database: JournalDatabase;

  constructor(database: JournalDatabase) {
    this.database = database;
  }

  async position(): Promise<Position> {
    return positionIn(await this.database.get("state", "position"));
  }

  async tallyRow(id: string): Promise<TallyRow | null> {
    const row = await this.database.get("tally", id);
    return v.is(TallyRow, row) ? row : null;
  }

  async tally(): Promise<readonly TallyRow[]> {
    return (await this.database.getAll("tally")).filter((row) => v.is(TallyRow, row));
  }

  async certificate(sha256: string): Promise<Uint8Array | null> {
    return (await this.database.get("certificates", sha256)) ?? null;
  }

  add(after: Head, { appended, at, ...rest }: Addition): Promise<boolean> {
    const records = appended.map(({ record, names }) => ({
      ...record,
      disclosures: [...record.disclosures],
      certificates: [...names],
      at,
    }));
    return this.write(after, { ...rest, records, at });
  }

  /** As `add`, for records in the form in which they are to lie on the disk. */
  async write(after: Head, { records, certificates, tally, closed, at }: Rows): Promise<boolean> {
    // What is only counted need not reach the disk before anything else happens.
    const durability = records.length > 0 ? "strict" : "relaxed";
    const names = ["records", "certificates", "tally", "state"] as const;
    const transaction = this.database.transaction(names, "readwrite", { durability });
    // Of what fails before the end it tells a second time.
    transaction.done.catch(() => null);
    const state = transaction.objectStore("state");
    const ders = transaction.objectStore("certificates");
    const position = positionIn(await state.get("position"));
    if (position.head.hash !== after.hash) return false;
    let { head, bytes } = position;
    // Of a failed write the transaction tells, once and with the reason.
    const begin = (write: Promise<unknown>) => void write.catch(() => null);
    for (const [sha256, der] of certificates) {
      if ((await ders.getKey(sha256)) !== undefined) continue;
      begin(ders.put(der, sha256));
      bytes += der.length;
    }
    for (const record of records) {
      // A number that is there already must not be written over: `add` fails, and the whole change with it.
      begin(transaction.objectStore("records").add(record));
      head = { seq: record.seq, hash: record.hash };
      bytes += "sealed" in record ? record.sealed.length : sizeOf(record);
    }
    for (const row of tally) begin(transaction.objectStore("tally").put(row));
    for (const id of closed) begin(transaction.objectStore("tally").delete(id));
    if (records.length > 0) begin(state.put({ ...position, head, bytes, at }, "position"));
    await transaction.done;
    // It only helps to notice a loss.
    if (records.length > 0) await witness(head).catch(() => null);
    return true;
  }
}

/** What is stored of a position; that of an empty journal where nothing is. */
export function positionIn(stored: unknown): Position {
  return v.is(Position, stored) ? stored : { base: EMPTY_HEAD, head: EMPTY_HEAD, at: null, bytes: 0 };
}
