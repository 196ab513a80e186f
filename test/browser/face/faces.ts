import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setAlertLevel } from "../change-settings.ts";
import { openCheck, pressCheck } from "../check-page.ts";
import { choose, makeFile, openExport } from "../export-page.ts";
import { fill } from "../form-fields.ts";
import type { ExtensionPage, LabBrowser } from "../harness/lab-browser.ts";
import { pressInspect } from "../press-inspect.ts";
import { derOf } from "./der-of.ts";
import type { Face } from "./face.ts";
import { forgetUnlisted, POPUP_FACES, watchUnlisted } from "./popup-faces.ts";
import type { Stage } from "./stage.ts";

const STATES: readonly Face[] = [
  ...POPUP_FACES,
  {
    page: "warning",
    state: "intercepted",
    reach: meetWarning,
    leave: ({ browser }) => setAlertLevel(browser, "badge"),
  },
  { page: "offered", state: "unread", reach: meetOffer },
  {
    page: "offered",
    state: "read",
    reach: async (stage) => {
      const page = await meetOffer(stage);
      await page.click("button.read");
      await page.waitFor({ selector: ".judged" });
      return page;
    },
  },
  {
    page: "inspect",
    state: "judged",
    reach: async ({ browser, listedRoot }) => {
      const page = await openPlain(browser, "inspect");
      await fill(page, ".given-text", listedRoot);
      await page.click("button.judge");
      await page.waitFor({ selector: ".judged" });
      return page;
    },
  },
  {
    page: "check",
    state: "ended",
    reach: async ({ browser, lab }) => {
      lab.intercept();
      const page = await openCheck(browser, [`checked.example:${lab.port}`]);
      await pressCheck(page);
      return page;
    },
  },
  {
    page: "options",
    state: "own-list",
    reach: async (stage) => {
      await watchUnlisted(stage);
      return openPlain(stage.browser, "options");
    },
    leave: forgetUnlisted,
  },
  {
    page: "dossier",
    state: "long",
    reach: ({ browser }) => openPlain(browser, "dossier", "#kz-qaznet-2019"),
  },
  { page: "welcome", state: "keeps", reach: ({ browser }) => openPlain(browser, "welcome", "#keeps") },
  { page: "welcome", state: "needs", reach: ({ browser }) => openPlain(browser, "welcome", "#needs") },
  { page: "journal", state: "empty", reach: (stage) => openEmpty(stage, "journal") },
  { page: "journal", state: "records", reach: (stage) => openRecords(stage, "journal") },
  {
    page: "journal",
    state: "record",
    reach: async (stage) => {
      const page = await openRecords(stage, "journal");
      await page.evaluate(`(location.hash = document.querySelector("table.records a").hash, true)`);
      await page.waitFor({ selector: ".chain" });
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

/** The folders of all pages of an unpacked build. */
export function pagesOf(build: string): readonly string[] {
  const folder = join(build, "extension");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((name) => name.replace(/[\\/]index\.html$/, ""))
    .sort();
}

/** Every state of these pages: as it opens, unless nobody meets it so, and those that it is brought into. */
export function facesOf(pages: readonly string[]): readonly Face[] {
  return pages.flatMap((page) => {
    const states = STATES.filter((face) => face.page === page);
    const plain: Face = { page, state: "plain", reach: ({ browser }) => openPlain(browser, page) };
    return NEVER_PLAIN.has(page) ? states : [plain, ...states];
  });
}

/** Pages that are about a tab, or that have something to show only as one of their states has it. */
const NEVER_PLAIN = new Set(["popup", "export", "journal"]);

/** What shows that a page has got what it waits for, where its heading does not. */
const READY: Readonly<Record<string, string>> = {
  export: "button.make, main > p a",
  journal: ".empty-journal, table.records",
  options: 'main:not(:has(> .section > .section-title + [role="status"]))',
};

async function openPlain(browser: LabBrowser, page: string, rest = ""): Promise<ExtensionPage> {
  const opened = await browser.openExtensionPage(`extension/${page}/index.html${rest}`);
  await opened.waitFor({ selector: READY[page] ?? "main h1" });
  return opened;
}

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

/** Visits an intercepted site, so that the journal has a record. */
async function recordOne({ browser, lab, visit }: Stage): Promise<void> {
  lab.intercept({ algorithm: "ec" });
  const tab = await browser.open("about:blank");
  await visit(tab, `recorded-${tab.tabId}.example`);
  await tab.close();
}

async function meetWarning({ browser, lab }: Stage): Promise<ExtensionPage> {
  await setAlertLevel(browser, "page");
  lab.intercept();
  const url = `https://warned.example:${lab.port}/`;
  if (browser.name === "chromium") {
    await pressInspect(browser, (await browser.open(url)).tabId);
  } else {
    const { tabId } = await browser.open("about:blank");
    await browser.inExtension(`chrome.tabs.update(${tabId}, { url: "${url}" }).then(() => true)`);
  }
  const page = await browser.findExtensionPage("extension/warning/index.html");
  await page.waitFor({ selector: ".go-on" });
  return page;
}

async function meetOffer({ browser, lab, listedRoot }: Stage): Promise<ExtensionPage> {
  lab.serve("/root", { status: 200, type: "application/x-x509-ca-cert", body: Buffer.from(derOf(listedRoot)) });
  const tab = await browser.open(`http://provider.example:${lab.httpPort}/`);
  await tab.evaluate(`(location.href = "/root", true)`);
  const page = await browser.findExtensionPage("extension/offered/index.html");
  await page.waitFor({ selector: ".leave" });
  return page;
}
