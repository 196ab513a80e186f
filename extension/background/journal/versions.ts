import type { Versions } from "../../../src/evidence/record.ts";
import { browser } from "../../platform/browser.ts";
import { browserVersion } from "../../platform/browser-version.ts";

/** What was at work when a record was made; the browser is empty where it does not say which it is. @param list the day of the watchlist. */
export async function versionsWith(list: string): Promise<Versions> {
  return {
    rootwatch: browser.runtime.getManifest().version,
    watchlist: list,
    browser: await browserVersion().catch(() => ""),
  };
}
