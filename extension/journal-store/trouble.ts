import * as v from "valibot";
import { storage } from "../platform/storage.ts";
import { Trouble } from "./stored.ts";

/** It says nothing of what was seen, and outlives the browser: what was lost must be told. */
export const TROUBLE_KEY = "journal-trouble";

/** What went wrong with the journal and was not yet seen by the user; null when nothing did. */
export async function readTrouble(): Promise<Trouble | null> {
  const { [TROUBLE_KEY]: stored } = await storage.local.get(TROUBLE_KEY);
  return v.is(Trouble, stored) ? stored : null;
}

/** Why the journal on the disk does not open: browsers refuse a database of a later version than the one that is asked for. */
export function openingTrouble(error: unknown): "newer" | "unreadable" {
  return (error as Partial<Error>).name === "VersionError" ? "newer" : "unreadable";
}
