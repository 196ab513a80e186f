import { browser } from "./browser.ts";
import { firefoxWebRequest } from "./firefox-web-request.ts";

/** Whether a tab of a private window can show a page of ours; Chrome's cannot while both kinds of window share one background. */
export const opensInPrivateWindows: boolean = firefoxWebRequest !== null;

/** How many steps back the page before lies once `openOver` is done: Firefox can put a page over another, Chrome only after it. */
export const stepsBack = (committed: boolean): number => (committed && !firefoxWebRequest ? 2 : 1);

/**
 * Shows another page in a tab.
 * @param committed whether the tab's history already holds the page that it replaces.
 * @throws Error when the tab is gone.
 */
export async function openOver(tabId: number, url: string, committed: boolean): Promise<void> {
  const properties = firefoxWebRequest && committed ? { url, loadReplace: true } : { url };
  await browser.tabs.update(tabId, properties);
}
