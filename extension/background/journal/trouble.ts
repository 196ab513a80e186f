import type { Trouble } from "../../journal-store/stored.ts";
import { openingTrouble, readTrouble, TROUBLE_KEY } from "../../journal-store/trouble.ts";
import { storage } from "../../platform/storage.ts";
import { FullError } from "./journal-store.ts";

/** What the browser has not stored: where the journal has no room, there may be none for this either. */
let unsaved: Trouble | null = null;

/** Notes what went wrong with the journal, for the user to be told. Never rejects. @param missed how many records more it has cost. */
export async function noteTrouble(what: Trouble["what"], missed: number): Promise<void> {
  const before = unsaved ?? (await readTrouble().catch(() => null));
  unsaved = { what, since: before?.since ?? Date.now(), missed: (before?.missed ?? 0) + missed };
  await saveTrouble();
}

/** Stores what was noted and could not be stored so far. Never rejects. */
export async function saveTrouble(): Promise<void> {
  const saving = unsaved;
  try {
    if (saving) await storage.local.set({ [TROUBLE_KEY]: saving });
    // What was noted meanwhile is on its own way, and may not get there.
    if (unsaved === saving) unsaved = null;
  } catch {
    // It is tried again with whatever is kept next.
  }
}

/** What a failure of a store comes to. Browsers tell of a full one by a name or by a sentence. */
export function troubleOf(error: unknown): Trouble["what"] {
  const { name, message } = error as Partial<Error>;
  return error instanceof FullError || /quota|no space/i.test(`${name} ${message}`) ? "full" : openingTrouble(error);
}

/** The user has seen it. */
export async function forgetTrouble(): Promise<void> {
  unsaved = null;
  await storage.local.remove(TROUBLE_KEY);
}
