import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import { BOTH, launch, WAIT, WELCOME } from "./browsers.ts";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";

describe.each(BOTH)("the page of welcome in %s", (name) => {
  let browser: LabBrowser;
  let page: ExtensionPage;

  beforeAll(async () => {
    browser = await launch(name, [], { keepsWelcome: true });
    page = await browser.findExtensionPage(WELCOME);
  });

  afterAll(() => browser?.close());

  const heading = () => page.evaluate<string>("document.querySelector('h1')?.textContent ?? ''");
  const settings = () =>
    browser.inExtension("chrome.storage.local.get('settings').then(({ settings }) => settings ?? null)");

  async function expectHeading(text: string) {
    await expect.poll(heading, WAIT).toBe(text);
  }

  it("opens by itself after the installation, and not when the background starts again", async () => {
    await expectHeading("What Rootwatch sees, and what it cannot see");
    const tabs = await browser.tabCount();
    await browser.evictBackground();
    await browser.inExtension(`chrome.runtime.sendMessage({ type: "get-alerts" }).then(() => true)`);
    expect(await browser.tabCount()).toBe(tabs);
  });

  it("says what this browser shows, and what it does not", async () => {
    const text = await page.text();
    expect(text).toContain("Step 1 of 3");
    expect(text).toContain("Other apps on this device");
    expect(text.includes("Firefox shows Rootwatch the certificates")).toBe(name === "firefox");
    expect(text.includes("Chrome does not show certificates to extensions")).toBe(name === "chromium");
    expect(text.includes('"Rootwatch" started debugging this browser')).toBe(name === "chromium");
  });

  it("asks what to keep, with the least durable of the two that keep anything chosen, and has it kept so", async () => {
    await page.click(".forward");
    await expectHeading("What is kept");
    await page.waitFor({ selector: "input[value=session]:checked" });
    expect(await settings()).not.toHaveProperty("keeping", "evidence");
    await page.click("input[value=warn-only]");
    await page.waitFor({ text: "Your choice counts from now on." });
    expect(await settings()).toMatchObject({ keeping: "warn-only" });
  });

  it("says what it needs and why, permission by permission, and leads to the drill and to the check", async () => {
    await page.click(".forward");
    await expectHeading("What Rootwatch needs");
    await page.waitFor({ selector: ".access[data-granted=true]" });
    await page.waitFor({ selector: ".private-windows[data-allowed=false]" });
    const told = await page.evaluate<string[]>(
      "[...document.querySelectorAll('dt code')].map((name) => name.textContent)",
    );
    const { permissions } = await browser.inExtension<typeof manifest>("chrome.runtime.getManifest()");
    expect(told.toSorted()).toEqual(permissions.filter((each) => !/^(\*|<|http)/.test(each)).toSorted());
    await page.waitFor({ text: "This was the last step" });
    for (const link of ["../drill/index.html", "../check/index.html"]) {
      await page.waitFor({ selector: `a[href="${link}"]` });
    }
  });

  it("goes back from screen to screen as the browser does, and keeps what was chosen", async () => {
    await page.evaluate("history.back()");
    await expectHeading("What is kept");
    await page.waitFor({ selector: "input[value=warn-only]:checked" });
    await page.evaluate("history.back()");
    await expectHeading("What Rootwatch sees, and what it cannot see");
  });
});
