import type { Look } from "../../extension/settings/look.ts";
import type { AlertLevel } from "../../extension/settings/settings.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";

/** Sets how far alerts go, as the page with the settings does. */
export async function setAlertLevel(browser: LabBrowser, level: AlertLevel): Promise<void> {
  await browser.inExtension(`chrome.runtime.sendMessage({ type: "set-alert-level", level: "${level}" })`);
}

/** Sets the language and the colours of every page opened from now on, as that page does. */
export async function setLook(browser: LabBrowser, look: Look): Promise<void> {
  await browser.inExtension(`chrome.runtime.sendMessage({ type: "set-look", look: ${JSON.stringify(look)} })`);
}
