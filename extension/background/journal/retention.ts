import * as v from "valibot";
import { SealedRecord, StoredRecord, TallyRow } from "../../journal-store/stored.ts";
import { type DatabaseStore, positionIn } from "./database-store.ts";
import { sizeOf } from "./journal-store.ts";

/** What is to be kept at most. */
interface Limits {
  /** Records that were written before are dropped, milliseconds since 1970; those that this device cannot read do not say when. */
  readonly since: number;
  readonly bytes: number;
}

/**
 * Drops the oldest records beyond the limits, and the certificates that only they named. Of what was dropped the number and the hash of the
 * last record stay, so that the rest can still be checked.
 */
export async function dropOldest({ database }: DatabaseStore, limits: Limits): Promise<void> {
  const names = ["records", "certificates", "tally", "state"] as const;
  const transaction = database.transaction(names, "readwrite", { durability: "strict" });
  transaction.done.catch(() => null);
  const [records, ders, state] = [
    transaction.objectStore("records"),
    transaction.objectStore("certificates"),
    transaction.objectStore("state"),
  ];
  const position = positionIn(await state.get("position"));
  let { base, bytes } = position;
  const named = new Set<string>();
  const damaged: number[] = [];
  for (let cursor = await records.openCursor(); cursor; cursor = await cursor.continue()) {
    const record = cursor.value;
    if (v.is(StoredRecord, record)) {
      if (record.at >= limits.since && bytes <= limits.bytes) break;
      for (const sha256 of record.certificates) named.add(sha256);
      bytes -= sizeOf(record);
    } else if (v.is(SealedRecord, record)) {
      if (bytes <= limits.bytes) break;
      bytes -= record.sealed.length;
    } else {
      // Of its age nothing is known: it goes when one after it does.
      damaged.push(cursor.primaryKey);
      continue;
    }
    base = { seq: record.seq, hash: record.hash };
    await cursor.delete();
    for (const seq of damaged.splice(0)) await records.delete(seq);
  }
  if (base.seq === position.base.seq) return;
  const waiting = (await transaction.objectStore("tally").getAll()).filter((row) => v.is(TallyRow, row));
  for (const { root } of waiting) for (const sha256 of root?.issuers ?? []) named.delete(sha256);
  for (const sha256 of named) {
    if ((await records.index("certificates").count(sha256)) > 0) continue;
    bytes -= (await ders.get(sha256))?.length ?? 0;
    await ders.delete(sha256);
  }
  await state.put({ ...position, base, bytes: Math.max(bytes, 0) }, "position");
  await transaction.done;
}
