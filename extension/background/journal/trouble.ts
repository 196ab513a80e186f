import type { Trouble } from "../../journal-store/stored.ts";
import { openingTrouble, readTrouble, TROUBLE_KEY } from "../../journal-store/trouble.ts";
import { storage } from "../../platform/storage.ts";
import { FullError } from "./journal-store.ts";

/** Notes what went wrong with the journal, for the user to be told. Never rejects. @param missed how many records more it has cost. */
export async function noteTrouble(what: Trouble["what"], missed: number): Promise<void> {
  const before = await readTrouble().catch(() => null);
  const trouble: Trouble = { what, since: before?.since ?? Date.now(), missed: (before?.missed ?? 0) + missed };
  // Where nothing at all can be stored, the pages see for themselves that the journal does not open.
  await storage.local.set({ [TROUBLE_KEY]: trouble }).catch(() => null);
}

/** What a failure of a store comes to. Browsers tell of a full one by a name or by a sentence. */
export function troubleOf(error: unknown): Trouble["what"] {
  const { name, message } = error as Partial<Error>;
  return error instanceof FullError || /quota|no space/i.test(`${name} ${message}`) ? "full" : openingTrouble(error);
}

/** The user has seen it. */
export async function forgetTrouble(): Promise<void> {
  await storage.local.remove(TROUBLE_KEY);
}
