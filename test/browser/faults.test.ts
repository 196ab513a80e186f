import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { expectPopup, expectVerdict, launch, WAIT } from "./browsers.ts";
import { factoryOf } from "./databases.ts";
import { emptyStore, fillStore } from "./full-store.ts";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";
import { hostsIn, storedRecords } from "./stored-records.ts";

describe("what Chromium does not do", () => {
  let lab: Lab;
  let browser: LabBrowser;

  beforeAll(async () => {
    lab = await startLab({ folder: inject("labBuild").folder });
    lab.intercept({ intermediate: false });
    browser = await launch("chromium", ["public", "interception"], { features: ["WebRequestSecurityInfo"] });
    await browser.inExtension(
      `chrome.runtime.sendMessage({ type: "choose-keeping", changes: { keeping: "evidence" } })`,
    );
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.close();
  });

  const hosts = async () => hostsIn(await storedRecords(browser));
  const open = async (host: string) => {
    const page = await browser.open(`https://${host}:${lab.port}/`);
    await expectVerdict(browser, page.tabId, "intercepted");
    return page;
  };

  it("a journal that another page holds is deleted all the same, and alarms go on", async () => {
    const first = await open("held.example");
    await expect.poll(hosts, WAIT).toEqual(["held.example"]);
    const holder = await browser.openExtensionPage("extension/inspect/index.html");
    await holder.evaluate(`(async () => {
      globalThis.factory = await ${factoryOf("journal")};
      const opening = factory.open("journal");
      await new Promise((done) => { opening.onsuccess = done; });
      globalThis.held = opening.result;
      return true;
    })()`);
    const options = await browser.openExtensionPage("extension/options/index.html");
    for (const press of [".wipe-journal", ".confirm-wipe"]) {
      await options.waitFor({ selector: press });
      await options.click(press);
    }
    await options.waitFor({ text: "Deleted." }, 60_000);
    const second = await open("meanwhile.example");
    await holder.close();
    const third = await open("after.example");
    await expect.poll(hosts, { timeout: 60_000 }).toContain("after.example");
    expect(await hosts()).not.toContain("held.example");
    await closeAll(first, second, third, options);
  });

  it("a store that takes nothing more is told, and alarms go on", async () => {
    await fillStore(browser, "local", 2);
    const change = `chrome.runtime.sendMessage({ type: "watch-host", host: "${"x".repeat(60)}.example", isWatched: true })`;
    expect(await browser.inExtension(`${change}.then(() => "saved", () => "refused")`)).toBe("refused");
    const page = await open("full.example");
    await expectPopup(browser, page.tabId, "this browser does not store everything that you set here");
    await emptyStore(browser, "local");
    await browser.inExtension(change);
    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ selector: "h1" });
    await popup.waitFor({ expression: "!document.querySelector('.failure')" });
    await closeAll(page, popup);
  });

  it("access that the user takes away in the middle is told, and given back counts again", async () => {
    const id = await browser.inExtension<string>("chrome.runtime.id");
    const extensions = await browser.open("chrome://extensions");
    const give = (hostAccess: "ON_CLICK" | "ON_ALL_SITES") =>
      extensions.evaluate(
        `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({ extensionId: id, hostAccess })})`,
      );
    await give("ON_CLICK");
    const page = await browser.open(`https://withdrawn.example:${lab.port}/`);
    await expectVerdict(browser, page.tabId, "not-inspected");
    await expectPopup(browser, page.tabId, "Rootwatch may not look at every site");
    await give("ON_ALL_SITES");
    await page.reload();
    await expectVerdict(browser, page.tabId, "intercepted");
    await closeAll(page, extensions);
  });
});

const closeAll = (...pages: readonly ExtensionPage[]) => Promise.all(pages.map((page) => page.close()));
