import type { Versions } from "../../../src/evidence/record.ts";
import { browserVersion } from "../../platform/browser-version.ts";
import { OWN_VERSION } from "../../platform/own-version.ts";

/** What was at work when a record was made; the browser is empty where it does not say which it is. @param list the day of the watchlist. */
export async function versionsWith(list: string): Promise<Versions> {
  return {
    rootwatch: OWN_VERSION,
    watchlist: list,
    browser: await browserVersion().catch(() => ""),
  };
}
