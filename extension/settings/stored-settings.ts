import * as v from "valibot";
import { storage } from "../platform/storage.ts";
import { Settings } from "./settings.ts";

export const SETTINGS_KEY = "settings";

/** What the user chose, as it is stored now. @throws the browser's error when it does not give it out. */
export async function readOwnSettings(): Promise<Settings> {
  return v.parse(Settings, await storedSettings());
}

/** Everything that is stored as settings, also what cannot be read. @throws as `readOwnSettings`. */
export async function storedSettings(): Promise<object> {
  const { [SETTINGS_KEY]: stored } = await storage.local.get(SETTINGS_KEY);
  return typeof stored === "object" && stored !== null ? stored : {};
}
