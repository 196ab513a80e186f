import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LabBrowser } from "./harness/lab-browser.ts";

/** Where Debian's Chromium looks for what an administrator has set. */
const FOLDER = "/etc/chromium/policies/managed";

/** Whether this account may set something for a browser of this machine. */
export const mayAdminister = process.getuid?.() === 0 && existsSync("/etc/chromium");

/**
 * Sets something for one extension by its identifier, which no other browser's has: Chromium reads these files for all of the machine.
 * @returns the file, to be removed by `removePolicy`
 */
export async function setPolicy(browser: LabBrowser, policy: object): Promise<string> {
  const id = await browser.inExtension<string>("chrome.runtime.id");
  await mkdir(FOLDER, { recursive: true });
  const file = join(FOLDER, `rootwatch-test-${id}.json`);
  await writeFile(file, JSON.stringify({ "3rdparty": { extensions: { [id]: policy } } }));
  return file;
}

export const removePolicy = (file: string) => rm(file, { force: true });
