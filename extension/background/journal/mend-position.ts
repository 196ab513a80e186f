import * as v from "valibot";
import { EvidenceError } from "../../../src/evidence/evidence-error.ts";
import { type Head, NO_PREDECESSOR, parseRecord } from "../../../src/evidence/record.ts";
import type { JournalDatabase } from "../../journal-store/database.ts";
import { Position, SealedRecord, StoredRecord } from "../../journal-store/stored.ts";
import { sizeOf } from "./journal-store.ts";

/** Before and after the numbers that records can have. */
const EVERY_NUMBER = () => IDBKeyRange.bound(1, Number.MAX_SAFE_INTEGER);

/**
 * Finds out from the records where the journal begins and ends, when what is stored of that is damaged, gone or older than the records.
 * Without it the next record would have the number of one that is there, and nothing could be kept any more.
 */
export async function mendPosition(database: JournalDatabase): Promise<void> {
  const stored: unknown = await database.get("state", "position");
  const cursor = await database.transaction("records").store.openKeyCursor(EVERY_NUMBER(), "prev");
  const last = cursor?.primaryKey;
  if (last === undefined || (v.is(Position, stored) && stored.head.seq >= last)) return;
  const keys = await database.getAllKeys("records", EVERY_NUMBER());
  const end = await readable(database, last);
  const position: Position = {
    base: await beforeRecord(database, keys[0] ?? last),
    head: { seq: last, hash: end?.hash ?? NO_PREDECESSOR },
    at: end && "at" in end ? end.at : null,
    bytes: await bytesIn(database, keys),
  };
  await database.put("state", position, "position");
}

/** What a record follows, as far as it can still be read. */
async function beforeRecord(database: JournalDatabase, seq: number): Promise<Head> {
  const record = await readable(database, seq);
  try {
    if (record && "line" in record) return { seq: seq - 1, hash: parseRecord(record.line, `record ${seq}`).prev };
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
  }
  return { seq: seq - 1, hash: NO_PREDECESSOR };
}

async function bytesIn(database: JournalDatabase, keys: readonly number[]): Promise<number> {
  let bytes = 0;
  for (const seq of keys) {
    const record = await readable(database, seq);
    if (record) bytes += "sealed" in record ? record.sealed.length : sizeOf(record);
  }
  for (const sha256 of await database.getAllKeys("certificates")) {
    bytes += (await database.get("certificates", sha256).catch(() => null))?.length ?? 0;
  }
  return bytes;
}

/** Null where it is damaged. */
async function readable(database: JournalDatabase, seq: number): Promise<StoredRecord | SealedRecord | null> {
  const record: unknown = await database.get("records", seq).catch(() => null);
  return v.is(StoredRecord, record) || v.is(SealedRecord, record) ? record : null;
}
