import { browser } from "../platform/browser.ts";
import type { Settings } from "../settings/settings.ts";
import { readSettings, SETTINGS_KEY, settingsIn, storedSettings } from "../settings/settings-store.ts";
import { Turns } from "./turns.ts";

const turns = new Turns();

/**
 * Changes some of the settings and leaves the others. Only the background does, so that no two changes overlap.
 * @returns the settings as they are then. @throws the browser's error when it does not give out or take them: nothing is changed.
 */
export function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  return turns.take(async () => {
    // A part that cannot be read may be that of a newer version, which can read it when the user goes back to it.
    const changed = { ...(await storedSettings()), ...change(await readSettings()) };
    await browser.storage.local.set({ [SETTINGS_KEY]: changed });
    return settingsIn(changed);
  });
}
