import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { closedPort, expectPopup, expectVerdict, launch, popupText } from "./browsers.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";
import { pressInspect } from "./press-inspect.ts";

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
});

afterAll(() => lab?.close());

const site = (host: string, path = "/") => `https://${host}:${lab.port}${path}`;

describe("Chromium as people have it", () => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch("chromium", ["public", "interception", "unlisted"]);
  });

  afterAll(() => browser?.close());

  it("a page before any inspection, and one over plain http", async () => {
    lab.intercept();
    const page = await browser.open(site("before.example"));
    expect(await expectVerdict(browser, page.tabId, "not-inspected")).toContain("Inspect");
    await page.goto(`http://plain.example:${lab.httpPort}/`);
    expect(await expectVerdict(browser, page.tabId, "not-inspected")).toContain("not encrypted");
    await page.close();
  });

  it.each([
    ["with the root sent", { sendRoot: true }],
    ["without the root sent", { sendRoot: false }],
    ["with EC keys", { algorithm: "ec" }],
  ] as const)("Inspect names the listed authority %s", async (_, interception) => {
    lab.intercept(interception);
    const page = await browser.open(site(`${Object.keys(interception)[0]?.toLowerCase()}.example`));
    await pressInspect(browser, page.tabId);
    const popup = await expectVerdict(browser, page.tabId, "intercepted");
    expect(popup).toContain("Rootwatch Lab Interception Root");
    expect(popup).toContain("Certificate on the list");
    await page.close();
  });

  it("a page that did not open", async () => {
    lab.passThrough();
    const page = await browser.open(site("opened.example"));
    const port = await closedPort();
    await page.goto(`https://closed.example:${port}/`);
    await expectPopup(browser, page.tabId, "did not open");
    await page.goto(`http://closed.example:${port}/`);
    await expectPopup(browser, page.tabId, "did not open");
    await page.close();
  });

  it("Inspect tells an added root from a public one", async () => {
    lab.intercept({ root: "unlisted" });
    const page = await browser.open(site("added.example"));
    await pressInspect(browser, page.tabId);
    expect(await expectVerdict(browser, page.tabId, "added-root")).toContain("Rootwatch Lab Unlisted Root");
    lab.passThrough();
    await page.goto(site("genuine.example"));
    await pressInspect(browser, page.tabId);
    expect(await expectVerdict(browser, page.tabId, "nothing-found")).toContain("Rootwatch Lab Public Root");
    await page.close();
  });

  it("Inspect sends no cookie, opens no tab and leaves no history", async () => {
    lab.intercept();
    const page = await browser.open(site("cookie.example", "/set-cookie"));
    await page.goto(site("cookie.example"));
    const sent = lab.requests.filter(({ host, path }) => host === "cookie.example" && path === "/");
    expect(sent.map(({ headers }) => typeof headers.cookie)).toEqual(["string"]);
    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ selector: ".inspect button" });
    const [requests, tabs, history] = [lab.requests.length, await browser.tabCount(), await browser.historyUrls()];
    await popup.click(".inspect button");
    await popup.waitFor({ selector: "[data-progress=done]" }, 20_000);
    expect(lab.requests.slice(requests)).toMatchObject([{ host: "cookie.example", method: "HEAD", path: "/" }]);
    const headers = lab.requests.at(-1)?.headers;
    expect([headers?.cookie, headers?.origin, headers?.referer]).toEqual([undefined, undefined, undefined]);
    expect(await browser.tabCount()).toBe(tabs);
    expect(await browser.historyUrls()).toEqual(history);
    await popup.close();
    await page.close();
  });

  it("an evicted service worker loses no tab's verdict, and Inspect works again after one died attached", async () => {
    lab.intercept();
    const page = await browser.open(site("evicted.example"));
    await pressInspect(browser, page.tabId);
    await expectVerdict(browser, page.tabId, "intercepted");
    await browser.evictBackground();
    expect(await popupText(browser, page.tabId)).toContain("Rootwatch Lab Interception Root");

    await browser.inExtension(`chrome.debugger.getTargets().then((targets) => {
      const worker = targets.find(({ type, url }) => type === "worker" && url.includes("service-worker-loader"));
      return chrome.debugger.attach({ targetId: worker.id }, "1.3");
    })`);
    await browser.evictBackground();
    await page.goto(site("evicted-attached.example"));
    await expectVerdict(browser, page.tabId, "not-inspected");
    await pressInspect(browser, page.tabId);
    await expectVerdict(browser, page.tabId, "intercepted");
    await page.close();
  });
});

describe("Chromium that trusts only the public root", () => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch("chromium", ["public"]);
  });

  afterAll(() => browser?.close());

  it("says that the browser refused, and the badge goes with the page", async () => {
    lab.intercept();
    const page = await browser.open(site("refused.example"));
    expect(await expectVerdict(browser, page.tabId, "refused")).toContain("ERR_CERT_AUTHORITY_INVALID");
    await page.goto("about:blank");
    await expectVerdict(browser, page.tabId, "not-inspected");
    await page.close();
  });
});

describe("Chromium with security information switched on", () => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch("chromium", ["public", "interception"], { features: ["WebRequestSecurityInfo"] });
  });

  afterAll(() => browser?.close());

  it("sees the leaf of the page's own connection, and proves by its signature who could forge it", async () => {
    lab.intercept({ intermediate: false });
    const page = await browser.open(site("leaf.example"));
    const popup = await expectVerdict(browser, page.tabId, "intercepted");
    expect(popup).toContain("Rootwatch Lab");
    lab.passThrough();
    await page.goto(site("genuine-leaf.example"));
    await expectVerdict(browser, page.tabId, "nothing-found");
    await page.close();
  });

  it("tells of a warning that the user went past", async () => {
    lab.intercept({ root: "unlisted" });
    const page = await browser.open(site("past-the-warning.example"));
    await expectVerdict(browser, page.tabId, "refused");
    await page.acceptRisk();
    expect(await expectVerdict(browser, page.tabId, "added-root")).toMatch(/exception/i);
    await page.close();
  });
});
