import type { Trouble } from "../../journal-store/stored.ts";
import { openingTrouble, readTrouble, TROUBLE_KEY } from "../../journal-store/trouble.ts";
import { storage } from "../../platform/storage.ts";
import { FullError } from "./journal-store.ts";

/** What is not stored yet: where the journal has no room, there may be none for this either. */
let unsaved: Trouble | null = null;
let isSaving = false;

/** Notes what went wrong with the journal, for the user to be told. Never rejects. @param missed how many records more it has cost. */
export async function noteTrouble(what: Trouble["what"], missed: number): Promise<void> {
  unsaved = sum(unsaved, { what, since: Date.now(), missed });
  await saveTrouble();
}

/** Stores what was noted and is not stored yet. Never rejects. */
export async function saveTrouble(): Promise<void> {
  // Whoever is at it takes along what is noted meanwhile. Two at once would begin from the same and lose what one of them adds.
  if (isSaving) return;
  isSaving = true;
  for (let saving = unsaved; saving; saving = unsaved) {
    unsaved = null;
    try {
      await storage.local.set({ [TROUBLE_KEY]: sum(await readTrouble().catch(() => null), saving) });
    } catch {
      // It is tried again with whatever is kept next.
      unsaved = unsaved ? sum(saving, unsaved) : saving;
      break;
    }
  }
  isSaving = false;
}

function sum(before: Trouble | null, { what, since, missed }: Trouble): Trouble {
  return { what, since: before?.since ?? since, missed: (before?.missed ?? 0) + missed };
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
