import { browser } from "../platform/browser.ts";

/** Opens our page of welcome when Rootwatch was installed, and at no other time. Must be called in the first turn of the event loop. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL("extension/welcome/index.html") });
  });
}
