import type { LabBrowser } from "./harness/lab-browser.ts";

/** Presses Inspect in the popup of a tab, as a user would, and waits until it has an answer. */
export async function pressInspect(browser: LabBrowser, tabId: number): Promise<void> {
  const popup = await browser.openPopup(tabId);
  await popup.waitFor({ selector: ".inspect button" });
  await popup.click(".inspect button");
  await popup.waitFor({ selector: "[data-progress=done], [data-progress=failed]" }, 20_000);
  await popup.close();
}
