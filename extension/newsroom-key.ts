import type { DBSchema } from "idb";
import { deleteOwnDatabase, hasOwnDatabase, openOwnDatabase } from "./platform/own-database.ts";

interface KeySchema extends DBSchema {
  keys: { key: string; value: unknown };
}

const DATABASE = "newsroom-key";
const STORE = "keys";
const KEY = "signing";

/** The key with which this device signs for a newsroom; null until the user has made one. Its private half cannot be read out. */
export async function readNewsroomKey(): Promise<CryptoKeyPair | null> {
  // Opening it would leave a trace on devices that never had such a key.
  if (!(await hasOwnDatabase(DATABASE))) return null;
  const database = await open();
  const stored = await database.get(STORE, KEY);
  database.close();
  return isKeyPair(stored) ? stored : null;
}

/** Keeps the key in this browser's profile, in the place of one that was there. */
export async function keepNewsroomKey(pair: CryptoKeyPair): Promise<void> {
  const database = await open();
  await database.put(STORE, pair, KEY);
  database.close();
}

/** Removes the key for good. */
export async function removeNewsroomKey(): Promise<void> {
  await deleteOwnDatabase(DATABASE);
}

const open = () => openOwnDatabase<KeySchema>(DATABASE, (made) => void made.createObjectStore(STORE));

const isKeyPair = (value: unknown): value is CryptoKeyPair =>
  value instanceof Object && "privateKey" in value && value.privateKey instanceof CryptoKey && "publicKey" in value;
