import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesOf, PACKAGES, type PackageName } from "../../scripts/package/packages.ts";
import { zipInOrder } from "../../src/evidence/archive.ts";
import { rootwatch } from "../cli/run.ts";
import { type Lab, startLab } from "../lab/lab.ts";
import { haveRealCertificates, observedChains, realCertificate } from "../real-certificates.ts";
import { expectVerdict, popupText } from "./browsers.ts";
import { lineOf, openCheck, pressCheck } from "./check-page.ts";
import { choose, makeFile, openExport, saveFile } from "./export-page.ts";
import { fill } from "./form-fields.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";
import { launchChromium } from "./harness/launch-chromium.ts";
import { launchFirefox } from "./harness/launch-firefox.ts";
import { pressInspect } from "./press-inspect.ts";

/** What the popup offers about a page's host: nothing where it is seen by itself, Inspect, or the way through Chrome's own window. */
const OFFERED: Readonly<Record<PackageName, string | null>> = {
  chrome: ".inspect button",
  "chrome-without-inspect": ".saved-chain li",
  firefox: null,
};

const PAGES = ["options", "journal", "welcome", "advice", "dossier", "drill", "verify"];

let folder: string;
let lab: Lab;
/** A stranger on the way, whose root nobody trusts. */
let stranger: Lab;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rootwatch-packages-"));
  lab = await startLab();
  stranger = await startLab({ folder: lab.folder });
  stranger.intercept({ root: "unlisted" });
});

afterAll(async () => {
  await stranger?.close();
  await lab?.close();
  rmSync(folder, { recursive: true });
});

/** In a short run the one that no other test tries. */
const TRIED = process.env.ROOTWATCH_LONG
  ? (Object.keys(PACKAGES) as PackageName[])
  : ["chrome-without-inspect" as const];

/** What each person installs, tried as installed: nothing here knows the lab's authority. */
describe.each(TRIED)("the zip for %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    const zip = join(folder, `${name}.zip`);
    writeFileSync(zip, zipInOrder(filesOf(name, "dist"), 9));
    const roots = [lab.files.roots.public];
    if (name === "firefox") {
      browser = await launchFirefox({ extension: zip, roots });
      return;
    }
    const extension = join(folder, name);
    mkdirSync(extension);
    execFileSync("unzip", ["-q", zip, "-d", extension]);
    browser = await launchChromium({ extension, roots });
  });

  afterAll(() => browser?.close());

  it("is small enough for its budget", () => {
    expect(readFileSync(join(folder, `${name}.zip`)).length).toBeLessThanOrEqual(PACKAGES[name]);
  });

  it("sees an added root, or says that it saw nothing and what can be done", async () => {
    const page = await browser.open(`https://ordinary.example:${lab.port}/`);
    if (name === "chrome") await pressInspect(browser, page.tabId);
    const text = await expectVerdict(
      browser,
      page.tabId,
      name === "chrome-without-inspect" ? "not-inspected" : "added-root",
    );
    expect(text.includes("Rootwatch Lab Public Root")).toBe(name !== "chrome-without-inspect");
    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ selector: "h1" });
    for (const [one, offer] of Object.entries(OFFERED)) {
      if (offer !== null)
        expect(await popup.evaluate(`document.querySelector("${offer}") !== null`)).toBe(one === name);
    }
    await popup.close();
    await page.close();
  });

  it("says what its browser refused", async () => {
    const page = await browser.open(`https://refused.example:${stranger.port}/`);
    await expectVerdict(browser, page.tabId, "refused");
    expect(await popupText(browser, page.tabId)).toContain(
      name === "firefox" ? "UNKNOWN_ISSUER" : "CERT_AUTHORITY_INVALID",
    );
    await page.close();
  });

  it.each(PAGES)("opens its page %s", async (page) => {
    const shown = await browser.openExtensionPage(`extension/${page}/index.html`);
    await shown.waitFor({ expression: `document.querySelector("main")?.innerText.length > 200` });
    await shown.close();
  });

  it.runIf(haveRealCertificates)("names the authority over a chain that was seen in Kazakhstan", async () => {
    const page = await browser.openExtensionPage("extension/inspect/index.html");
    await page.waitFor({ selector: "button.judge" });
    await fill(page, ".given-text", (observedChains[0] ?? []).map(realCertificate).join("\n"));
    await page.click("button.judge");
    await page.waitFor({ selector: ".judged" });
    expect(await page.text()).toContain("Qaznet");
    await page.close();
  });

  it("checks the network, keeps what it saw, and exports it so that the command line finds it whole", async () => {
    const target = `checked.example:${stranger.port}`;
    const check = await openCheck(browser, [target]);
    await pressCheck(check);
    expect(await lineOf(check, target)).toContain("Your browser stopped this connection");
    await check.close();
    const page = await openExport(browser);
    await choose(page, "preset", "newsroom");
    await choose(page, "protection", "none");
    await makeFile(page);
    const bundle = join(folder, `${name}-records.zip`);
    writeFileSync(bundle, await saveFile(browser, page));
    await page.close();
    const { status, stdout } = await rootwatch(["verify", bundle]);
    expect(stdout).toContain("whole");
    expect(status).toBe(0);
  });
});
