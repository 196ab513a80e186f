import { once } from "../../../src/once.ts";
import { monthJournal } from "../../bench/month-journal.ts";
import { makeWorld } from "../../evidence/journal.ts";
import type { LabBrowser } from "../harness/lab-browser.ts";
import { seedJournal } from "../seed-journal.ts";
import type { Face } from "./face.ts";

const RECORDS = 10_000;

const journal = once(async () => monthJournal(await makeWorld(), RECORDS));

/** The journal after a month on a watched network. It takes seconds to be written, so that it is only for pictures. */
export const THOUSANDS: Face = {
  page: "journal",
  state: "thousands",
  reach: async ({ browser }) => {
    await wipe(browser);
    await seedJournal(browser, await journal());
    const page = await browser.openExtensionPage("extension/journal/index.html");
    // It shows the newest at once, and says so for as long as it reads the others.
    await page.waitFor({ expression: `document.querySelector(".older-records:empty") !== null` });
    return page;
  },
  leave: ({ browser }) => wipe(browser),
};

async function wipe(browser: LabBrowser): Promise<void> {
  await browser.inExtension(`chrome.runtime.sendMessage({ type: "wipe-journal" })`);
}
