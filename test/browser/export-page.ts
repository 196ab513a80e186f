import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";
import { poll } from "./harness/poll.ts";

/** How long the reading of the records and the making of a file may take, in milliseconds: a passphrase takes its time. */
const PATIENCE_MS = 20_000;

/** Opens the page that makes files of the records; all of them are chosen from the beginning. */
export async function openExport(browser: LabBrowser, patience = PATIENCE_MS): Promise<ExtensionPage> {
  const page = await browser.openExtensionPage("extension/export/index.html");
  await page.waitFor({ selector: "button.make" }, patience);
  return page;
}

/** Presses one of the choices: a radio button or a box by its name and value. */
export const choose = (page: ExtensionPage, name: string, value: string) =>
  page.click(`input[name="${name}"][value="${value}"]`);

/** Presses the button that makes the file, and waits until its content is shown. */
export async function makeFile(page: ExtensionPage, patience = PATIENCE_MS): Promise<void> {
  await page.click("button.make");
  await page.waitFor({ selector: ".preview .saving button" }, patience);
}

/** Saves the file that is shown and gives its bytes; a file that names sites and is not encrypted takes a second press. */
export async function saveFile(browser: LabBrowser, page: ExtensionPage): Promise<Uint8Array> {
  const saved = await shownFile(browser, page);
  await page.click("button.save");
  await page.waitFor({
    expression: `document.querySelector(".save-anyway") ?? document.body.innerText.includes("Handed to") `,
  });
  if (await page.evaluate(`document.querySelector(".save-anyway") !== null`)) await page.click("button.save-anyway");
  return saved();
}

/** Gives what waits for the file that is shown, once somebody has pressed to save it, and gives its bytes. */
export async function shownFile(browser: LabBrowser, page: ExtensionPage): Promise<() => Promise<Uint8Array>> {
  const line = await page.evaluate<string>(`document.querySelector(".file-line strong").textContent`);
  const [, name = "", size = ""] = /^(\S+), ([\d,]+) bytes$/.exec(line) ?? [];
  // The browser makes the file first and fills it then.
  const whole = async () => {
    const bytes = await readFile(join(browser.downloads, name)).catch(() => null);
    return bytes?.length === Number(size.replaceAll(",", "")) ? bytes : null;
  };
  return () =>
    poll(`${name} of ${size} bytes`, whole).catch(async (error: Error) => {
      throw new Error(`${error.message}; among the downloads: ${(await readdir(browser.downloads)).join(", ")}`);
    });
}
