import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { badgeOf, expectVerdict, inTurn, launch, popupText, WAIT } from "./browsers.ts";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";

const PAGE = "extension/drill/index.html";
const MARK = "Drill: nothing is wrong";
const HEADLINE = "Someone else can read and change this connection";

describe.each(inTurn("chromium"))("a drill in %s", (name) => {
  let lab: Lab;
  let browser: LabBrowser;
  let page: ExtensionPage;

  beforeAll(async () => {
    lab = await startLab({ folder: inject("labBuild").folder });
    browser = await launch(name, ["public", "interception"], { alertLevel: "page" });
  });

  beforeEach(async () => {
    page = await browser.openExtensionPage(PAGE);
    await page.waitFor({ selector: ".show-intercepted" });
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.close();
  });

  const badge = () => badgeOf(browser, page.tabId);

  /** Waits for an element of the page that a press leads to; in the middle of a navigation nothing can be said. */
  const shows = (selector: string) =>
    expect
      .poll(() => page.evaluate(`document.querySelector("${selector}") !== null`).catch(() => false), WAIT)
      .toBe(true);

  it("tells a verdict on the icon and in the popup, marked as made up, until the tab shows another page", async () => {
    await page.click(".show-suspected");
    await page.waitFor({ text: "This tab now tells" });
    await expect.poll(badge, WAIT).toEqual({ text: "!", title: `Rootwatch: ${MARK}; Looks like interception` });
    await browser.evictBackground();
    const text = await popupText(browser, page.tabId);
    for (const part of [MARK, "Looks like interception", "drill.example", "Rootwatch drill"])
      expect(text).toContain(part);
    await page.click(".drill-end");
    await expect.poll(badge, WAIT).toEqual({ text: "", title: expect.not.stringContaining(MARK) });
    await page.close();
  });

  it("puts a marked warning in the place of its page, which leads back, and never to a site", async () => {
    for (const ways of [[".leave"], [".go-on", ".go-on-sure"]]) {
      await page.click(".show-intercepted");
      await shows(".warning-head");
      for (const part of [MARK, HEADLINE, "Rootwatch drill"]) expect(await page.text()).toContain(part);
      await expect.poll(badge, WAIT).toEqual({ text: "!!", title: `Rootwatch: ${MARK}; ${HEADLINE}` });
      expect(await popupText(browser, page.tabId)).toContain(MARK);
      for (const way of ways) {
        await shows(way);
        await page.click(way);
      }
      await expect.poll(() => page.url(), WAIT).toContain(PAGE);
      await shows(".show-intercepted");
      await expect.poll(badge, WAIT).toEqual({ text: "", title: expect.not.stringContaining(MARK) });
    }
    await page.close();
  });

  it("offers a made-up certificate, which is judged without asking anybody for it", async () => {
    await page.click(".show-offered");
    await shows(".read");
    expect(await page.text()).toContain(MARK);
    await page.click(".read");
    await page.waitFor({ selector: ".judged" });
    expect(await page.text()).toContain("Rootwatch drill");
    expect(lab.requests).toEqual([]);
    await page.close();
  });

  it("leaves nothing behind, and another tab tells what is true of it", async () => {
    await page.click(".show-nothing-found");
    await page.waitFor({ text: "This tab now tells" });
    const stored = await browser.inExtension<object>(
      "Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]).then((all) => Object.assign({}, ...all))",
    );
    const kept = Object.keys(stored).filter((key) => !/^tab:\d+$/.test(key) && key !== "warnings");
    expect(kept.filter((key) => JSON.stringify(stored[key as never]).includes("drill"))).toEqual([]);
    expect(kept.filter((key) => /^(memory|alerts|quiet|blocked|seen|journal)/.test(key))).toEqual([]);
    lab.intercept();
    const site = await browser.open(`https://true.example:${lab.port}/`);
    if (name === "firefox") await site.waitFor({ selector: ".warning-head" });
    else await expectVerdict(browser, site.tabId, "not-inspected");
    expect(await site.text()).not.toContain(MARK);
    await site.close();
    await page.close();
  });
});
