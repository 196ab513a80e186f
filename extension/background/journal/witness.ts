import * as v from "valibot";
import type { Head } from "../../../src/evidence/record.ts";
import { Position } from "../../journal-store/stored.ts";
import { storage } from "../../platform/storage.ts";

/** Number and hash of the last record on the disk, apart from the records: so that it is noticed when they are gone. */
const WITNESS_KEY = "journal-head";

export async function readWitness(): Promise<Head | null> {
  const { [WITNESS_KEY]: stored } = await storage.local.get(WITNESS_KEY);
  return v.is(Position.entries.head, stored) ? stored : null;
}

/** Notes the last record on the disk; an empty journal needs none. */
export async function witness({ seq, hash }: Head): Promise<void> {
  if (seq > 0) await storage.local.set({ [WITNESS_KEY]: { seq, hash } });
}

export async function forgetWitness(): Promise<void> {
  await storage.local.remove(WITNESS_KEY);
}
