import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { badgeOf, expectVerdict, inTurn, launch, onlyFirefox, WAIT } from "./browsers.ts";
import type { LabBrowser, LabPage } from "./harness/lab-browser.ts";
import { pressInspect } from "./press-inspect.ts";

const QUIETED = { text: "", title: "Rootwatch: An added root certificate is in use (quieted by you)" };

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
});

afterAll(() => lab?.close());

const site = (host: string) => `https://${host}:${lab.port}/`;

describe.each(inTurn("firefox"))("quiet in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public", "interception", "unlisted"], { privateWindows: true });
  });

  afterAll(() => browser?.close());

  async function open(host: string, options?: { readonly private: boolean }): Promise<LabPage> {
    const page = await browser.open(site(host), options);
    if (name === "chromium") await pressInspect(browser, page.tabId);
    return page;
  }

  async function quiet(page: LabPage, choice: string): Promise<string> {
    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ selector: ".quieting summary" });
    await popup.click(".quieting summary");
    await popup.click(choice);
    await popup.waitFor({ selector: ".quieted" });
    const text = await popup.text();
    await popup.close();
    return text;
  }

  const expectBadge = (page: LabPage, badge: object) =>
    expect.poll(() => badgeOf(browser, page.tabId), WAIT).toEqual(badge);

  it("the icon is silent about a host under a root, the popup is not, and another host or key speaks", async () => {
    lab.intercept({ root: "unlisted" });
    const page = await open("quiet.example");
    await expectVerdict(browser, page.tabId, "added-root");
    const popup = await quiet(page, ".quiet-host");
    expect(popup).toContain("An added root certificate is in use");
    expect(popup).toContain("quiet.example under “Rootwatch Lab Unlisted Root”");
    await expectBadge(page, QUIETED);
    await browser.evictBackground();
    const [again, other] = [await open("quiet.example"), await open("other.example")];
    await expectBadge(again, QUIETED);
    await expectVerdict(browser, other.tabId, "added-root");

    lab.intercept();
    const worse = await open("quiet.example");
    // An answer stands for ten seconds in Firefox; an evicted background has forgotten it.
    await browser.evictBackground();
    await worse.reload();
    if (name === "chromium") await pressInspect(browser, worse.tabId);
    await expectVerdict(browser, worse.tabId, "intercepted");
    await Promise.all([page, again, other, worse].map((each) => each.close()));
  });

  it("a root is quieted for every host, and speaks again when it is removed in the settings", async () => {
    lab.intercept({ root: "unlisted" });
    const page = await open("first.example");
    await expectVerdict(browser, page.tabId, "added-root");
    await quiet(page, ".quiet-root");
    const other = await open("second.example");
    await expectBadge(other, QUIETED);

    const options = await browser.openExtensionPage("extension/options/index.html");
    await options.waitFor({ text: "Everything under “Rootwatch Lab Unlisted Root”" });
    await options.click(".quiet-entries .unquiet");
    await options.waitFor({ expression: `!document.body.innerText.includes("Everything under")` });
    await expectVerdict(browser, other.tabId, "added-root");
    await Promise.all([page, other, options].map((each) => each.close()));
  });

  // Chromium shows no page of an extension in a tab of a private window, and so not the popup's either.
  onlyFirefox(name)("what is quieted in a private window is not kept on disk", async () => {
    lab.intercept({ root: "unlisted" });
    const page = await open("private.example", { private: true });
    await quiet(page, ".quiet-host");
    await expectBadge(page, QUIETED);
    expect(await browser.inExtension("chrome.storage.local.get().then(JSON.stringify)")).not.toContain("private");
    await page.close();
  });
});
