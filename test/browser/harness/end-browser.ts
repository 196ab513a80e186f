import type { Browser } from "puppeteer-core";
import { within } from "./poll.ts";
import { removeScratch, type Scratch } from "./scratch.ts";

const POLITE_MS = 5000;

/** Closes the browser, kills whatever of it does not go by itself, and deletes its folders. */
export async function endBrowser(browser: Browser, scratch: Scratch): Promise<void> {
  try {
    await within("the browser's end", POLITE_MS, browser.close());
  } catch (error) {
    console.warn(`${(error as Error).message}; killing it`);
  } finally {
    removeScratch(scratch);
  }
}
