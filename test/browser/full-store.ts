import type { LabBrowser } from "./harness/lab-browser.ts";

/** Fills a store of the extension until it takes so many characters no more. */
export function fillStore(browser: LabBrowser, store: "local" | "session", refused = 512): Promise<boolean> {
  return browser.inExtension(`(async () => {
    // What repeats itself takes no room in Firefox.
    const text = Array.from({ length: 2 ** 15 }, () => crypto.randomUUID()).join("");
    for (let size = 2 ** 20; size >= ${refused};) {
      const set = chrome.storage.${store}.set({ ["full:" + crypto.randomUUID()]: text.slice(0, size) });
      await set.catch(() => { size /= 2; });
    }
    return true;
  })()`);
}

/** Takes out again what `fillStore` put in. */
export function emptyStore(browser: LabBrowser, store: "local" | "session"): Promise<boolean> {
  return browser.inExtension(`chrome.storage.${store}.get(null)
    .then((all) => chrome.storage.${store}.remove(Object.keys(all).filter((key) => key.startsWith("full:"))))
    .then(() => true)`);
}
