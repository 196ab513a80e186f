import { browser } from "../platform/browser.ts";
import { isDrillUrl } from "./drill-address.ts";

/** Where our page for drills lies in the extension. */
export const DRILL_PAGE = "extension/drill/index.html";

/** Where a tab is sent for an address: out of a drill, back to the page that it was begun on. */
export const realAddress = (url: string): string => (isDrillUrl(url) ? browser.runtime.getURL(DRILL_PAGE) : url);
