import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { BOTH, type BrowserName, expectPopup, expectVerdict, inTurn, launch, popupText, WAIT } from "./browsers.ts";
import { lineOf, openCheck, pressCheck } from "./check-page.ts";
import { DATABASES, factoryOf } from "./databases.ts";
import { emptyStore, fillStore } from "./full-store.ts";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";
import { startSilentServer } from "./odd-servers.ts";
import { SiteAccess } from "./site-access.ts";
import { hostsIn, storedRecords } from "./stored-records.ts";

/** Chromium deletes a database also while a page holds it. */
const DELETED: Readonly<Record<BrowserName, string>> = {
  chromium: "Deleted.",
  firefox: "The browser could not delete everything.",
};

const INTERCEPTED = "Someone else can read and change this connection";
/** Longer than the background waits for a database. */
const LONG = { ...WAIT, timeout: 60_000 };

describe.each(BOTH)("what the browser does not do in %s", (name) => {
  let lab: Lab;
  let browser: LabBrowser;

  beforeAll(async () => {
    lab = await startLab({ folder: inject("labBuild").folder });
    lab.intercept({ intermediate: false });
    browser = await launch(name, ["public", "interception"], {
      ...(name === "chromium" ? { features: ["WebRequestSecurityInfo"] } : {}),
      prefs: {
        // What the user is asked then is given.
        "extensions.webextOptionalPermissionPrompts": false,
        // In KiB: a fifth of it, or 10 MiB, is what one extension may store.
        "dom.quotaManager.temporaryStorage.fixedLimit": 50 * 1024,
      },
    });
    await browser.inExtension(
      `chrome.runtime.sendMessage({ type: "choose-keeping", changes: { keeping: "evidence" } })`,
    );
  });

  afterEach(() => browser.setOffline(false));

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
  const expectNoFailure = async (tabId: number) => {
    await expect.poll(() => popupText(browser, tabId), WAIT).not.toContain("Since ");
  };

  // Firefox waits for the other page as long as the background has patience, twice: the long run has the time.
  if (inTurn("chromium").includes(name)) {
    it("deleting a journal that another page holds ends, says what came of it, and alarms go on", async () => {
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
      await options.waitFor({ text: DELETED[name] }, LONG.timeout);
      const second = await open("meanwhile.example");
      if (name === "firefox") {
        await expect.poll(() => popupText(browser, second.tabId), LONG).toContain("The journal cannot be used");
      }
      await holder.close();
      const third = await open("after.example");
      await expect.poll(hosts, LONG).toContain("after.example");
      expect(await hosts()).not.toContain("held.example");
      await browser.inExtension(`chrome.runtime.sendMessage({ type: "dismiss-journal-trouble" })`);
      await closeAll(first, second, third, options);
    });
  }

  it("access that the user takes away in the middle is told, and where it is left everything goes on", async () => {
    const access = new SiteAccess(browser);
    await access.give("left.example");
    const page = await browser.open(`https://withdrawn.example:${lab.port}/`);
    expect(await expectVerdict(browser, page.tabId, "not-inspected")).toContain("Rootwatch has no access to it");
    await expectPopup(browser, page.tabId, "Rootwatch may not look at every site");
    const left = await open("left.example");
    await expect.poll(hosts, WAIT).toContain("left.example");
    await access.give("everywhere");
    await page.reload();
    await expectVerdict(browser, page.tabId, "intercepted");
    await expectNoFailure(page.tabId);
    await closeAll(page, left);
    await access.close();
  });

  it("a network that is gone is told of each site that is checked, and what comes after it is seen", async () => {
    const target = `offline.example:${lab.port}`;
    const check = await openCheck(browser, [target]);
    await browser.setOffline(true);
    await pressCheck(check);
    expect(await lineOf(check, target)).toContain("No connection");
    await browser.setOffline(false);
    await check.close();
    const page = await open("offline.example");
    await expect.poll(hosts, WAIT).toContain("offline.example");
    await page.close();
  });

  it("a newsroom's key that cannot be kept or read is told of, and none is made over it", async () => {
    const site = await open("newsroom.example");
    await expect.poll(hosts, WAIT).toContain("newsroom.example");
    await site.close();
    const watch = await browser.watch();
    const page = await openSigning();
    await page.waitFor({ selector: ".make-key:not(:disabled)" });
    // Of a later version, which the browser does not open.
    await browser.inExtension(`(async () => {
      const opening = (await ${factoryOf("newsroom-key")}).open("newsroom-key", 2);
      await new Promise((done, failed) => { Object.assign(opening, { onsuccess: done, onerror: failed, onblocked: failed }); });
      opening.result.close();
      return true;
    })()`);
    await page.click(".make-key");
    await page.waitFor({ text: "Not saved: the browser could not store it" });
    await page.close();
    const again = await openSigning();
    await again.waitFor({ text: "The browser does not give out this key" });
    expect(await again.evaluate(`document.querySelector(".make-key")`)).toBeNull();
    expect(await again.evaluate(`document.querySelector("[name=signing][value=own]").disabled`)).toBe(true);
    await again.click(".remove-key");
    await again.waitFor({ selector: ".make-key" });
    expect(await browser.inExtension(DATABASES)).not.toContain("newsroom-key");
    expect(await watch.complaints()).toEqual([]);
    await again.close();
  });

  it("a store that takes nothing more is told, and alarms go on", async () => {
    const watchAnother = () =>
      browser.inExtension(`chrome.runtime.sendMessage({
        type: "watch-host", host: "${crypto.randomUUID()}.${"x".repeat(60)}.example", isWatched: true,
      }).then(() => "saved", () => "refused")`);
    // Firefox finds some room again whenever it tidies its files, and takes a change then.
    const changeWhenFull = async () => {
      await fillStore(browser, "local", 2);
      return watchAnother();
    };
    await expect.poll(changeWhenFull, LONG).toBe("refused");
    const page = await open("full.example");
    await expectPopup(browser, page.tabId, "this browser does not store everything that you set here");
    // How soon Firefox has room again, of which the journal has had none either, is its own affair.
    if (name === "firefox") return;
    await emptyStore(browser, "local");
    expect(await watchAnother()).toBe("saved");
    const next = await open("room.example");
    await expect.poll(hosts, WAIT).toContain("room.example");
    await expectNoFailure(next.tabId);
    await closeAll(page, next);
  });

  async function openSigning(): Promise<ExtensionPage> {
    const page = await browser.openExtensionPage("extension/export/index.html");
    await page.waitFor({ selector: ".signing" });
    return page;
  }

  if (name === "chromium") {
    const debuggerOf = (what: string) =>
      browser.inExtension(`chrome.debugger.getTargets().then((targets) => {
        const { id } = targets.find(({ type, url }) => type === "worker" && url.includes("service-worker-loader"));
        return ${what};
      }).then(() => true)`);
    const TOLD = "Chrome does not let Rootwatch read certificates";

    it("Inspect while another tool is attached says so, and works again without it", async () => {
      const page = await open("attached.example");
      const inspect = () =>
        browser.inExtension(`chrome.runtime.sendMessage({ type: "inspect", tabId: ${page.tabId} }).then(() => true)`);
      await debuggerOf(`chrome.debugger.attach({ targetId: id }, "1.3")`);
      await inspect();
      await expectPopup(browser, page.tabId, TOLD);
      await debuggerOf(`chrome.debugger.detach({ targetId: id })`);
      await inspect();
      await expectNoFailure(page.tabId);
      await page.close();
    });

    it("a check in which the user ends Inspect still sees what the browser refuses, says so, and works again", async () => {
      const [silent, stranger] = [await startSilentServer(), await startLab({ folder: inject("labBuild").folder })];
      stranger.intercept({ root: "unlisted" });
      const [refused, taken] = [`refused.example:${stranger.port}`, `taken.example:${lab.port}`];
      const waiting = ["one", "two", "three"].map((host) => `${host}.example:${silent.port}`);
      const check = await openCheck(browser, [...waiting, refused]);
      await check.click(".targets .start");
      await check.waitFor({ expression: "document.querySelectorAll('[data-progress=asking]').length === 3" });
      // What a press on the button in Chrome's bar comes to.
      await debuggerOf(`chrome.debugger.detach({ targetId: id })`);
      silent.close();
      await check.waitFor({ selector: ".check-progress:not([data-ending=running])" }, 70_000);
      expect(await lineOf(check, refused)).toContain("Your browser stopped this connection");
      await check.waitFor({ text: TOLD });
      const again = await openCheck(browser, [taken]);
      await pressCheck(again);
      expect(await lineOf(again, taken)).toContain(INTERCEPTED);
      expect(await again.text()).not.toContain(TOLD);
      await closeAll(check, again);
      await stranger.close();
    });
  }
});

const closeAll = (...pages: readonly ExtensionPage[]) => Promise.all(pages.map((page) => page.close()));
