import { choiceOf, READY_FIELDS } from "../../../src/evidence/selection.ts";
import { bundleOf } from "../../evidence/bundles.ts";
import { makeJournal, makeWorld } from "../../evidence/journal.ts";
import { choose, makeFile, openExport } from "../export-page.ts";
import { giveFiles } from "../form-fields.ts";
import type { ExtensionPage } from "../harness/lab-browser.ts";
import type { Face } from "./face.ts";
import { openPlain } from "./open-plain.ts";
import type { Stage } from "./stage.ts";

/** The pages on which evidence is shown, made and checked. */
export const EVIDENCE_FACES: readonly Face[] = [
  { page: "journal", state: "empty", reach: (stage) => openEmpty(stage, "journal") },
  { page: "journal", state: "records", reach: (stage) => openRecords(stage, "journal") },
  { page: "journal", state: "record", reach: openOneRecord },
  {
    page: "journal",
    state: "certificate",
    reach: async (stage) => {
      const page = await openOneRecord(stage);
      await page.evaluate(`document.querySelectorAll("details").forEach((details) => { details.open = true })`);
      await page.waitFor({ selector: ".extensions" });
      return page;
    },
  },
  {
    page: "journal",
    state: "trouble",
    reach: async (stage) => {
      const trouble = { what: "full", since: Date.UTC(2026, 10, 21, 9, 30), missed: 3 };
      await stage.browser.inExtension(
        `chrome.storage.local.set({ "journal-trouble": ${JSON.stringify(trouble)} }).then(() => true)`,
      );
      return openPlain(stage.browser, "journal");
    },
    leave: async ({ browser }) => {
      await browser.inExtension(`chrome.storage.local.remove("journal-trouble").then(() => true)`);
    },
  },
  {
    // A bundle that is whole beside the same one with a letter changed.
    page: "verify",
    state: "checked",
    reach: async ({ browser }) => {
      const world = await makeWorld();
      const journal = await makeJournal(world, 1);
      const whole = await bundleOf(world, journal, choiceOf(journal.records, READY_FIELDS.newsroom));
      const changed = Uint8Array.from(whole);
      changed.set(Buffer.from("intercepteD"), Buffer.from(whole).indexOf("intercepted"));
      const page = await openPlain(browser, "verify");
      await giveFiles(page, "input[name=bundles]", { "desk.zip": whole, "changed.zip": changed });
      await page.click("button.verify");
      await page.waitFor({ selector: ".result[data-answer=broken]" }, 20_000);
      return page;
    },
  },
  { page: "export", state: "empty", reach: (stage) => openEmpty(stage, "export") },
  { page: "export", state: "records", reach: (stage) => openRecords(stage, "export") },
  {
    page: "export",
    state: "made",
    reach: async (stage) => {
      await recordOne(stage);
      const { browser } = stage;
      const page = await openExport(browser);
      await choose(page, "preset", "newsroom");
      await choose(page, "protection", "none");
      await makeFile(page);
      return page;
    },
  },
];

/** The page when nothing was recorded. */
async function openEmpty({ browser }: Stage, page: string): Promise<ExtensionPage> {
  await browser.inExtension(`chrome.runtime.sendMessage({ type: "wipe-journal" })`);
  return openPlain(browser, page);
}

/** The page when something was recorded. */
async function openRecords(stage: Stage, page: string): Promise<ExtensionPage> {
  await recordOne(stage);
  return openPlain(stage.browser, page);
}

/** The page of the newest record. */
async function openOneRecord(stage: Stage): Promise<ExtensionPage> {
  const page = await openRecords(stage, "journal");
  await page.evaluate(`(location.hash = document.querySelector("table.records a").hash, true)`);
  await page.waitFor({ selector: ".chain" });
  return page;
}

/** Visits an intercepted site, so that the journal has a record. */
async function recordOne({ browser, lab, visit }: Stage): Promise<void> {
  lab.intercept({ algorithm: "ec" });
  const tab = await browser.open("about:blank");
  await visit(tab, `recorded-${tab.tabId}.example`);
  await tab.close();
}
