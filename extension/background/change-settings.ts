import { storage } from "../platform/storage.ts";
import type { Settings } from "../settings/settings.ts";
import { readSettings } from "../settings/settings-in-force.ts";
import { readOwnSettings, SETTINGS_KEY, storedSettings } from "../settings/stored-settings.ts";
import { Turns } from "./turns.ts";

const turns = new Turns();

/**
 * Changes some of what the user chose and leaves the rest. Only the background does, so that no two changes overlap.
 * @returns the settings that count then. @throws the browser's error when it does not give out or take them: nothing is changed.
 */
export function changeSettings(change: (own: Settings) => Partial<Settings>): Promise<Settings> {
  return turns.take(async () => {
    // A part that cannot be read may be that of a newer version, which can read it when the user goes back to it.
    const changed = { ...(await storedSettings()), ...change(await readOwnSettings()) };
    await storage.local.set({ [SETTINGS_KEY]: changed });
    return readSettings();
  });
}
