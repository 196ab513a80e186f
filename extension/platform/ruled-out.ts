import { browser } from "./browser.ts";
import { firefoxWebRequest } from "./firefox-web-request.ts";

/**
 * Whether a rule set in the browser keeps this extension from a site to which it has access otherwise: Chrome's policy
 * runtime_blocked_hosts, Firefox's restricted_domains. `permissions.contains` does not know of them, and no other API says so: it shows in
 * what is withheld. Asks nothing of the network, and tells nobody.
 * @param url https, of the page that the tab shows.
 */
export function isRuledOut(tabId: number, url: string): Promise<boolean> {
  return (firefoxWebRequest ? isSilentAbout(url) : isWithheld(tabId, url)).catch(() => false);
}

/** Chrome keeps back the address of such a tab, and tells of it among the tab's navigations all the same. */
async function isWithheld(tabId: number, url: string): Promise<boolean> {
  const [tab, frame] = await Promise.all([
    browser.tabs.get(tabId),
    browser.webNavigation.getFrame({ tabId, frameId: 0 }),
  ]);
  return tab.url === undefined && frame?.url === url;
}

/**
 * Firefox tells of no request to such a site, not even of our own. This one never leaves: it may come from the cache alone, and is ended
 * when we hear of it.
 */
async function isSilentAbout(url: string): Promise<boolean> {
  const { origin, protocol, hostname } = new URL(url);
  let isHeard = false;
  const hear = ({ originUrl = "" }: { readonly originUrl?: string }) => {
    if (!originUrl.startsWith(browser.runtime.getURL(""))) return undefined;
    isHeard = true;
    return { cancel: true };
  };
  const filter = { urls: [`${protocol}//${hostname}/*`], types: ["xmlhttprequest" as const] };
  browser.webRequest.onBeforeRequest.addListener(hear, filter, ["blocking"]);
  try {
    // What is asked of the browser is answered in its order: from then on it listens for us.
    await browser.runtime.getPlatformInfo();
    await fetch(`${origin}/`, { mode: "same-origin", cache: "only-if-cached", credentials: "omit" }).catch(() => null);
  } finally {
    browser.webRequest.onBeforeRequest.removeListener(hear);
  }
  return !isHeard;
}
