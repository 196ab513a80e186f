import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readFactFiles } from "../../scripts/fact-files.ts";
import { compileDossiers, type Dossiers } from "../../src/watchlist/dossiers.ts";
import { type Lab, startLab } from "../lab/lab.ts";
import { labFiles } from "../lab/lab-identity.ts";
import { expectVerdict, inTurn, launch } from "./browsers.ts";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";
import { pressInspect } from "./press-inspect.ts";

const PAGE = "extension/dossier/index.html";

let lab: Lab;
let dossiers: Dossiers;

beforeAll(async () => {
  const { folder } = inject("labBuild");
  lab = await startLab({ folder });
  dossiers = await compileDossiers(await readFactFiles(labFiles(folder).knowledge));
});

afterAll(() => lab?.close());

describe.each(inTurn("chromium"))("the dossiers in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public", "interception"]);
  });

  afterAll(() => browser?.close());

  async function openDossiers(fragment: string): Promise<ExtensionPage> {
    const page = await browser.openExtensionPage(`${PAGE}${fragment}`);
    await page.waitFor({ selector: "h1" });
    return page;
  }

  it("the popup of an intercepted page leads to the authority under whose key it is", async () => {
    lab.intercept();
    const page = await browser.open(`https://whose.example:${lab.port}/`);
    if (name === "chromium") await pressInspect(browser, page.tabId);
    await expectVerdict(browser, page.tabId, "intercepted");

    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ text: "Whose key is this?" });
    await popup.click("a[href*=dossier]");
    const dossier = await browser.findExtensionPage(`${PAGE}#lab-interception`);
    await dossier.waitFor({ selector: "h1" });
    expect(await dossier.evaluate("document.querySelector('h1').innerText")).toBe("Rootwatch Lab");
    expect(await dossier.evaluate("document.title")).toBe("Rootwatch Lab – Rootwatch");
    const text = await dossier.text();
    expect(text).toContain("Used for interception");
    expect(text).toContain("Since November\u00A02026");
    expect(text).toContain("Stands between a test browser and a test site.");
    await Promise.all([dossier, popup, page].map((tab) => tab.close()));
  });

  it("the index lists every authority, and each line leads to its dossier and back", async () => {
    const page = await openDossiers("");
    const fragments = await page.evaluate<string[]>(
      `[...document.querySelectorAll("main a[href^='#']")].map((link) => link.getAttribute("href"))`,
    );
    expect(fragments.sort()).toEqual(dossiers.authorities.map(({ id }) => `#${id}`).sort());
    for (const { name: called } of dossiers.authorities) expect(await page.text()).toContain(called.en);

    await page.click(`a[href="#us-dell-2015"]`);
    await page.waitFor({ text: "No public record found" });
    expect(await page.evaluate("document.activeElement.innerText")).toBe("eDellRoot and DSDTestProvider");
    await page.click("nav a");
    await page.waitFor({ text: "Being on the list" });
    expect(await page.evaluate("document.activeElement.hash")).toBe("#us-dell-2015");
    await page.close();
  });

  it("an entry that is not on the list is named as text, over the whole list", async () => {
    const page = await openDossiers("#%3Cb%3Ekz-nobody");
    const text = await page.text();
    expect(text).toContain("There is no entry “%3Cb%3Ekz-nobody”");
    expect(text).toContain("Qaznet Trust Network");
    await page.close();
  });

  it("a dossier says who, what for and when, and its links tell the sources nothing", async () => {
    const page = await openDossiers("#kz-qaznet-2019");
    const text = await page.text();
    for (const part of [
      "Kazakhstan",
      "Jul\u00A017, 2019 – Jul\u00A026, 2019",
      "mail.google.com",
      "AS9198",
      "Nov\u00A021, 2026",
    ]) {
      expect(text).toContain(part);
    }
    const outward = `[...document.querySelectorAll("a[href^=http]")]`;
    expect(await page.evaluate(`${outward}.length > 20`)).toBe(true);
    const careful = `${outward}.every(({ rel, target }) => rel === "noreferrer noopener" && target === "_blank")`;
    expect(await page.evaluate(careful)).toBe(true);
    expect(text).not.toContain("00309c736dd661da6f1eb24173aa849944c168a43a15bffd192eecfdb6f8dbd2");
    await page.click(".keys summary");
    await page.waitFor({ text: "00309c736dd661da6f1eb24173aa849944c168a43a15bffd192eecfdb6f8dbd2" });
    await page.close();
  });

  it.each([
    ["the index", ""],
    ["a dossier with long addresses", "#kz-qaznet-2019"],
    ["a dossier with long host names", "#ru-trusted-root-2022"],
  ])("%s fits a width of 320 px, unfolded too", async (_, fragment) => {
    const page = await openDossiers(fragment);
    const unfolded = await page.evaluate(`(() => {
      document.body.style.width = "320px";
      for (const details of document.querySelectorAll("details")) details.open = true;
      return document.querySelector("main").scrollWidth;
    })()`);
    expect(unfolded).toBe(320);
    await page.close();
  });
});
