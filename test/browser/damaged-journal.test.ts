import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { rootwatch } from "../cli/run.ts";
import { type Lab, startLab } from "../lab/lab.ts";
import { expectVerdict, inTurn, launch, popupText, WAIT } from "./browsers.ts";
import { cutBack, damageDatabases, logSizes } from "./damaged-profile.ts";
import { factoryOf } from "./databases.ts";
import { choose, makeFile, openExport, saveFile } from "./export-page.ts";
import { emptyStore, fillStore } from "./full-store.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";
import { createScratch, removeScratch, type Scratch } from "./harness/scratch.ts";
import { hostsIn, storedRecords } from "./stored-records.ts";
import { wipe } from "./wipe.ts";

/** Chromium begins a new database by itself where one is damaged; Firefox opens it no more. */
const TOLD = { chromium: "Records that were kept are gone: 6.", firefox: "The journal cannot be used" };

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
  // Known by the leaf alone, which is all that Chromium hands over without a press.
  lab.intercept({ intermediate: false, algorithm: "ec" });
});

afterAll(() => lab?.close());

describe.each(inTurn("chromium"))("what cannot be kept in %s", (name) => {
  let folders: Scratch;
  let browser: LabBrowser;

  const start = () =>
    launch(name, ["public", "interception"], {
      folders,
      ...(name === "chromium" ? { features: ["WebRequestSecurityInfo"] } : {}),
    });
  const keep = (keeping: "session" | "evidence") =>
    browser.inExtension(`chrome.runtime.sendMessage({ type: "choose-keeping", changes: { keeping: "${keeping}" } })`);
  const open = async (host: string) => {
    const page = await browser.open(`https://${host}:${lab.port}/`);
    await expectVerdict(browser, page.tabId, "intercepted");
    return page;
  };
  const dismiss = () => browser.inExtension(`chrome.runtime.sendMessage({ type: "dismiss-journal-trouble" })`);
  const hosts = async () => hostsIn(await storedRecords(browser));

  beforeAll(async () => {
    folders = createScratch();
    browser = await start();
  });

  afterAll(async () => {
    await browser?.close();
    removeScratch(folders);
  });

  it("because the browser's memory is full is told, warnings go on, and what was kept before can be exported", async () => {
    const first = await open("kept.example");
    await expect.poll(hosts, WAIT).toEqual(["kept.example"]);
    await fillStore(browser, "session");
    const second = await browser.open(`https://lost.example:${lab.port}/`);
    await expect
      .poll(() => popupText(browser, second.tabId), WAIT)
      .toContain("The journal is full: so many records could not be kept: 1.");
    expect(await hosts()).toEqual(["kept.example"]);
    const page = await openExport(browser);
    expect(await page.text()).toContain("kept.example");
    await emptyStore(browser, "session");
    await open("second.example").then((each) => each.close());
    await expect.poll(hosts, WAIT).toEqual(["kept.example", "second.example"]);
    await Promise.all([first, second, page].map((each) => each.close()));
  });

  it("in part is told of, and what is left is shown, exported whole, and gone on with", async () => {
    await keep("evidence");
    await dismiss();
    await open("third.example").then((page) => page.close());
    await expect.poll(hosts, WAIT).toEqual(["kept.example", "second.example", "third.example"]);
    const journal = await browser.openExtensionPage("extension/journal/index.html");
    await journal.waitFor({ selector: "table.records" });
    const place = () =>
      journal.evaluate<number>(`document.querySelector("table.records").getBoundingClientRect().top + scrollY`);
    const before = await place();
    // A record and a certificate of another, and where the journal ends.
    await browser.inExtension(`(async () => {
      const opening = (await ${factoryOf("journal")}).open("journal");
      await new Promise((done) => { opening.onsuccess = done; });
      const change = opening.result.transaction(["records", "certificates", "state"], "readwrite");
      change.objectStore("records").put({ seq: 2, line: "{", disclosures: [] });
      change.objectStore("records").get(1).onsuccess = ({ target }) =>
        change.objectStore("certificates").delete(target.result.certificates[0]);
      change.objectStore("state").delete("position");
      await new Promise((done) => { change.oncomplete = done; });
      opening.result.close();
      return true;
    })()`);
    await journal.evaluate(`dispatchEvent(new Event("focus"))`);
    await journal.waitFor({ text: "Damaged or gone: 1" });
    expect(await place()).toBe(before);
    await journal.close();
    await browser.evictBackground();
    const page = await openExport(browser);
    expect(await page.text()).toContain("Records that are damaged or gone: 1 (numbers 2).");
    await choose(page, "preset", "newsroom");
    await choose(page, "protection", "none");
    await makeFile(page);
    const shown = await page.text();
    for (const left of ["kept.example", "third.example", "Certificates that the journal has lost: 1."])
      expect(shown).toContain(left);
    const bundle = join(folders.profile, "bundle.zip");
    writeFileSync(bundle, await saveFile(browser, page));
    await page.close();
    const { status, stdout } = await rootwatch(["verify", bundle]);
    expect(stdout).toContain("whole");
    expect(status).toBe(0);
    await open("fourth.example").then((each) => each.close());
    await expect.poll(hosts, WAIT).toEqual(["kept.example", "third.example", "fourth.example"]);
  });

  // Of Firefox's files no part can be cut off so that it opens the rest.
  if (name === "chromium") {
    it("because its newest part is cut off is told, and what is older is there", async () => {
      const sizes = logSizes(folders);
      await open("cut.example").then((page) => page.close());
      await expect.poll(hosts, WAIT).toContain("cut.example");
      await browser.close();
      expect(cutBack(sizes)).toBeGreaterThan(0);
      browser = await start();
      const page = await open("after-cut.example");
      await expect.poll(() => popupText(browser, page.tabId), WAIT).toContain("Records that were kept are gone: 1.");
      await page.close();
      expect(await hosts()).toEqual(["kept.example", "third.example", "fourth.example", "after-cut.example"]);
      const exporting = await openExport(browser);
      expect(await exporting.text()).toContain("Records that are damaged or gone: 2 (numbers 2, 5).");
      await exporting.close();
    });
  }

  it("because its files are damaged is told, warnings go on, and what is left can be exported", async () => {
    await dismiss();
    await browser.close();
    expect(damageDatabases(folders)).toBeGreaterThan(0);
    browser = await start();
    const page = await open("after.example");
    await expect.poll(() => popupText(browser, page.tabId), WAIT).toContain(TOLD[name]);
    await page.close();
    const exporting = await browser.openExtensionPage("extension/export/index.html");
    await exporting.waitFor({ selector: ".journal-trouble" });
    if (name === "chromium") await exporting.waitFor({ text: "after.example" });
    await exporting.close();

    await wipe(browser);
    await open("anew.example").then((anew) => anew.close());
    await expect.poll(hosts, WAIT).toEqual(["anew.example"]);
    expect(await browser.inExtension("chrome.storage.local.get().then(JSON.stringify)")).not.toContain("trouble");
  });
});
