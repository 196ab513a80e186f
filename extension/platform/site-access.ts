import { browser } from "./browser.ts";

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
