import type { JournalDatabase } from "./database.ts";

/** How many records are read at a time. */
const BATCH = 200;

/** What is stored as records on the disk, in order, as far as it can be read. */
export async function* diskRecords(database: JournalDatabase): AsyncGenerator<unknown[]> {
  for (let from = 0; ; ) {
    const range = IDBKeyRange.bound(from, Number.MAX_SAFE_INTEGER, true);
    const keys = await database.getAllKeys("records", range, BATCH).catch(() => []);
    const last = keys.at(-1);
    if (last === undefined) return;
    from = last;
    yield await recordsAt(database, keys);
  }
}

/** The same from the last one on; in the first batch those whose numbers are among the last so many as `first`. */
export async function* diskRecordsFromTheLast(database: JournalDatabase, first: number): AsyncGenerator<unknown[]> {
  const { store } = database.transaction("records");
  const last = await store.openKeyCursor(null, "prev").catch(() => null);
  if (!last) return;
  const before = last.key - first;
  const keysWithin = (range: IDBKeyRange) => database.getAllKeys("records", range).catch(() => []);
  yield (await recordsAt(database, await keysWithin(IDBKeyRange.lowerBound(before, true)))).toReversed();
  const earlier = await keysWithin(IDBKeyRange.upperBound(before));
  for (let end = earlier.length; end > 0; end -= BATCH) {
    yield (await recordsAt(database, earlier.slice(Math.max(0, end - BATCH), end))).toReversed();
  }
}

async function recordsAt(database: JournalDatabase, keys: readonly number[]): Promise<unknown[]> {
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return [];
  const oneByOne = () =>
    Promise.all(keys.map((key): Promise<unknown> => database.get("records", key).catch(() => null)));
  // Where one cannot be read, all are asked for by themselves.
  return database.getAll("records", IDBKeyRange.bound(first, last)).catch(oneByOne);
}
