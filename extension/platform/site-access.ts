import { browser } from "./browser.ts";
import { noteWhether } from "./failures.ts";

export const EVERY_SITE = { origins: ["<all_urls>"] };

/**
 * Hosts of which a browser tells no extension anything. Firefox: the default of its preference extensions.webextensions.restrictedDomains;
 * Chrome: the Web Store, by its documentation of match patterns.
 */
const PROTECTED = new Set([
  "accounts-static.cdn.mozilla.net",
  "accounts.firefox.com",
  "addons.cdn.mozilla.net",
  "addons.mozilla.org",
  "api.accounts.firefox.com",
  "chromewebstore.google.com",
  "content.cdn.mozilla.net",
  "discovery.addons.mozilla.org",
  "oauth.accounts.firefox.com",
  "profile.accounts.firefox.com",
  "support.mozilla.org",
  "sync.services.mozilla.com",
]);

/** Notes whether the browser shows Rootwatch every site, now and whenever that changes. Must be called in the first turn of the event loop. */
export function followSiteAccess(): void {
  browser.permissions.onAdded.addListener(() => void noteSiteAccess());
  browser.permissions.onRemoved.addListener(() => void noteSiteAccess());
  void noteSiteAccess();
}

/** Notes whether the browser shows Rootwatch every site. Never rejects. */
export async function noteSiteAccess(): Promise<void> {
  const isGiven = await browser.permissions.contains(EVERY_SITE).catch(() => null);
  if (isGiven !== null) await noteWhether(isGiven, "access");
}

/** Whether the browser keeps a site from extensions, or the user or an administrator keeps it from this one. */
export async function isRestricted(url: string): Promise<boolean> {
  const { protocol, hostname, pathname } = new URL(url);
  if (PROTECTED.has(hostname) || (hostname === "chrome.google.com" && pathname.startsWith("/webstore"))) return true;
  try {
    return !(await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] }));
  } catch {
    // A host that cannot be put into a pattern tells nothing.
    return false;
  }
}
