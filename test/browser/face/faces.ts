import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setAlertLevel } from "../change-settings.ts";
import { openCheck, pressCheck } from "../check-page.ts";
import { fill } from "../form-fields.ts";
import type { ExtensionPage } from "../harness/lab-browser.ts";
import { pressInspect } from "../press-inspect.ts";
import { derOf } from "./der-of.ts";
import { EVIDENCE_FACES } from "./evidence-faces.ts";
import type { Face } from "./face.ts";
import { openPlain } from "./open-plain.ts";
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
  ...EVIDENCE_FACES,
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
