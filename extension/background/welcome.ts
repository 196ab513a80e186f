import { browser } from "../platform/browser.ts";

const WELCOME = "extension/welcome/index.html";

/** Opens our page of welcome when Rootwatch was installed, and at no other time. Must be called in the first turn of the event loop. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // Where it does not open, it can be opened from the settings at any time.
    if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL(WELCOME) }).catch(() => null);
  });
}
