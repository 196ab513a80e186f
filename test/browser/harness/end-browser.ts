import type { Browser } from "puppeteer-core";
import type { LaunchOptions } from "./lab-browser.ts";
import { poll, within } from "./poll.ts";
import { removeScratch, type Scratch } from "./scratch.ts";

const POLITE_MS = 5000;

/** Closes the browser, kills whatever of it does not go by itself, and deletes its folders unless they were given. */
export async function endBrowser(browser: Browser, scratch: Scratch, { folders }: LaunchOptions): Promise<void> {
  try {
    await within("the browser's end", POLITE_MS, browser.close());
  } catch (error) {
    console.warn(`${(error as Error).message}; killing it`);
  } finally {
    if (folders) await killBrowser(browser);
    else removeScratch(scratch);
  }
}

/** Kills every process of the browser at once. Puppeteer starts a browser in a process group of its own. */
export async function killBrowser(browser: Browser): Promise<void> {
  const group = browser.process()?.pid;
  if (group === undefined) return;
  await poll("the end of the browser's processes", async () => {
    try {
      return !process.kill(-group, "SIGKILL");
    } catch {
      return true;
    }
  });
}
