import * as v from "valibot";
import { browser } from "../platform/browser.ts";
import { Settings } from "./settings.ts";

export const SETTINGS_KEY = "settings";

/** The settings as they are stored now. @throws the browser's error when it does not give them out. */
export async function readSettings(): Promise<Settings> {
  return settingsIn(await storedSettings());
}

/** Everything that is stored as settings, also what cannot be read. @throws as `readSettings`. */
export async function storedSettings(): Promise<object> {
  const { [SETTINGS_KEY]: stored } = await browser.storage.local.get(SETTINGS_KEY);
  return typeof stored === "object" && stored !== null ? stored : {};
}

/** The settings in what is stored. */
export const settingsIn = (stored: object): Settings => v.parse(Settings, stored);
