import { type DBSchema, deleteDB, type IDBPDatabase, wrap } from "idb";
import { inTime } from "./in-time.ts";

/** What is used here of https://wicg.github.io/storage-buckets, which Chromium has. */
interface Buckets {
  open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
  keys(): Promise<readonly string[]>;
  delete(name: string): Promise<void>;
}

/**
 * Null where there are none: Firefox keeps each database in a file of its own, and deletes that with it. Chromium keeps all of an origin's
 * databases in one log, in which the rows of a deleted one stay readable; those of a bucket are a folder, which goes with the bucket.
 */
const buckets = () =>
  (globalThis as { readonly navigator?: { readonly storageBuckets?: Buckets } }).navigator?.storageBuckets ?? null;

/**
 * The bucket of each open database: when Chromium collects a bucket that nobody holds any more, transactions of its databases neither end
 * nor fail from then on (seen in version 156).
 */
const held = new WeakMap<IDBDatabase, unknown>();

/**
 * For how long a browser is waited for, in milliseconds: it answers at once, or, while a page holds a database that is to be deleted, never.
 * Less than the time after which Chrome ends a background that waits.
 */
const PATIENCE = 20_000;

/** Opens a database that can be deleted without a trace, and makes it with `upgrade` where there is none. Rejects when the browser cannot. */
export const openOwnDatabase = <Schema extends DBSchema>(
  name: string,
  upgrade: (made: IDBPDatabase<Schema>) => void,
): Promise<IDBPDatabase<Schema>> => inTime(open(name, upgrade), PATIENCE);

async function open<Schema extends DBSchema>(
  name: string,
  upgrade: (made: IDBPDatabase<Schema>) => void,
): Promise<IDBPDatabase<Schema>> {
  const bucket = await buckets()?.open(name);
  const request = (bucket?.indexedDB ?? indexedDB).open(name, 1);
  request.addEventListener("upgradeneeded", () => upgrade(wrap(request.result) as unknown as IDBPDatabase<Schema>));
  const database = (await wrap(request)) as unknown as IDBPDatabase<Schema>;
  held.set(request.result, bucket);
  // Whoever holds it open must not keep it from being deleted.
  database.addEventListener("versionchange", () => database.close());
  return database;
}

/** Whether there is such a database, without making one. */
export async function hasOwnDatabase(name: string): Promise<boolean> {
  const bucketNames = await buckets()?.keys();
  return bucketNames?.includes(name) ?? (await indexedDB.databases()).some((database) => database.name === name);
}

/** Deletes a database and what it lies in. Rejects when the browser cannot. */
export function deleteOwnDatabase(name: string): Promise<void> {
  return inTime(buckets()?.delete(name) ?? deleteDB(name), PATIENCE);
}
