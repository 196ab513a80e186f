import type { LabBrowser } from "./harness/lab-browser.ts";

/** Deletes the journal, as a person does in the settings. */
export async function wipe(browser: LabBrowser): Promise<void> {
  const options = await browser.openExtensionPage("extension/options/index.html");
  await options.waitFor({ selector: ".wipe-journal" });
  await options.click(".wipe-journal");
  await options.waitFor({ selector: ".confirm-wipe" });
  await options.click(".confirm-wipe");
  await options.waitFor({ text: "Deleted." });
  await options.close();
}
