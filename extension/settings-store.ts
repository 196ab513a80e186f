import * as v from "valibot";
import { browser } from "./platform/browser.ts";
import { Settings } from "./settings.ts";

const KEY = "settings";

/** The settings as they are stored now. */
export async function readSettings(): Promise<Settings> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const result = v.safeParse(Settings, stored);
  return result.success ? result.output : v.parse(Settings, {});
}

/** Changes some of the settings and leaves the others. */
export async function changeSettings(changes: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await readSettings()), ...changes } });
}
