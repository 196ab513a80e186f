import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { closedPort, expectPopup, expectVerdict, launch, popupText } from "./browsers.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";

let lab: Lab;
let browser: LabBrowser;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
  browser = await launch("firefox", ["public", "interception", "unlisted"]);
});

afterAll(async () => {
  await browser?.close();
  await lab?.close();
});

const site = (host: string, path = "/") => `https://${host}:${lab.port}${path}`;

describe("Firefox, while a page loads", () => {
  it.each([
    ["with the root sent", { sendRoot: true }],
    ["without the root sent", { sendRoot: false }],
    ["straight under the root", { intermediate: false }],
    ["with EC keys", { algorithm: "ec" }],
    ["in the manner of 2019", { copyGenuine: true }],
  ] as const)("intercepted under the listed authority %s", async (_, interception) => {
    lab.intercept(interception);
    const page = await browser.open(site(`${Object.keys(interception)[0]?.toLowerCase()}.example`));
    const popup = await expectVerdict(browser, page.tabId, "intercepted");
    expect(popup).toContain("Rootwatch Lab");
    expect(popup).toContain("Rootwatch Lab Interception Root");
    expect(popup).toContain("Certificate on the list");
    await page.close();
  });

  it("an added root that is on no list", async () => {
    lab.intercept({ root: "unlisted" });
    const page = await browser.open(site("added.example"));
    expect(await expectVerdict(browser, page.tabId, "added-root")).toContain("Rootwatch Lab Unlisted Root");
    await page.close();
  });

  it("the genuine site, under a public root", async () => {
    lab.passThrough();
    const page = await browser.open(site("genuine.example"));
    expect(await expectVerdict(browser, page.tabId, "nothing-found")).toContain("Rootwatch Lab Public Root");
    await page.close();
  });

  it("a host that the page only loads from", async () => {
    lab.passThrough();
    const page = await browser.open(site("clean.example"));
    await expectVerdict(browser, page.tabId, "nothing-found");
    lab.intercept();
    await page.evaluate(`fetch("${site("third-party.example", "/blank.png")}", { mode: "no-cors" }).then(() => true)`);
    expect(await expectVerdict(browser, page.tabId, "intercepted")).toContain("third-party.example");
    await page.close();
  });

  it("a page over plain http, and pages of the browser", async () => {
    const page = await browser.open(`http://plain.example:${lab.httpPort}/`);
    expect(await expectVerdict(browser, page.tabId, "not-inspected")).toContain("not encrypted");
    await page.goto("about:blank");
    await expectVerdict(browser, page.tabId, "not-inspected");
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

  it("the next page of a tab begins with nothing of the last", async () => {
    lab.intercept();
    const page = await browser.open(site("first.example"));
    await expectVerdict(browser, page.tabId, "intercepted");
    lab.passThrough();
    await page.goto(site("second.example"));
    expect(await expectVerdict(browser, page.tabId, "nothing-found")).not.toContain("first.example");
    await page.close();
  });
});

describe("Firefox, what must not be hidden or faked", () => {
  it("a link to another program, and a download, leave the page and its verdict where they are", async () => {
    lab.intercept();
    const page = await browser.open(site("stays.example"));
    await expectVerdict(browser, page.tabId, "intercepted");
    await page.evaluate(`(location.href = "tg://resolve.example/x", true)`);
    await page.evaluate(
      `(location.href = ${JSON.stringify(site("other.example", "/redirect?to=foo://x.example/"))}, true)`,
    );
    const popup = await popupText(browser, page.tabId);
    expect(popup).toContain("Someone else can read and change this connection");
    expect(popup).toContain("stays.example");
    await page.close();
  });

  it("a page from the cache is no evidence about now, and the next connection is", async () => {
    lab.passThrough();
    const page = await browser.open(site("cached.example", "/cached"));
    await expectVerdict(browser, page.tabId, "nothing-found");
    lab.intercept();
    await page.goto(site("cached.example", "/cached"));
    expect(await expectVerdict(browser, page.tabId, "not-inspected")).toMatch(/earlier|stored|saved|cache/i);
    // An answer stands for ten seconds; an evicted background has forgotten it.
    await browser.evictBackground();
    await page.goto(site("cached.example", "/"));
    await expectVerdict(browser, page.tabId, "intercepted");

    lab.passThrough();
    await page.goto(site("cached.example", "/cached"));
    await expectVerdict(browser, page.tabId, "not-inspected");
    await page.close();
  });

  it("an evicted event page loses no tab's verdict, and the next request wakes it", async () => {
    lab.intercept();
    const page = await browser.open(site("evicted.example"));
    await expectVerdict(browser, page.tabId, "intercepted");
    await browser.evictBackground();
    expect(await popupText(browser, page.tabId)).toContain("Rootwatch Lab Interception Root");
    await browser.evictBackground();
    lab.passThrough();
    await page.goto(site("after-eviction.example"));
    await expectVerdict(browser, page.tabId, "nothing-found");
    await page.close();
  });
});

describe("Firefox that trusts only the public root", () => {
  let wary: LabBrowser;

  beforeAll(async () => {
    wary = await launch("firefox", ["public"]);
  });

  afterAll(() => wary?.close());

  it("says that the browser refused, and after an accepted exception that nobody vouches", async () => {
    lab.intercept({ root: "unlisted" });
    const page = await wary.open(site("refused.example"));
    expect(await expectVerdict(wary, page.tabId, "refused")).toContain("SEC_ERROR_UNKNOWN_ISSUER");
    await page.acceptRisk();
    const popup = await expectVerdict(wary, page.tabId, "added-root");
    expect(popup).toMatch(/exception/i);
    await page.close();
  });

  it("sees through an exception that was accepted for a listed root", async () => {
    lab.intercept({ intermediate: false });
    const page = await wary.open(site("excepted.example"));
    await expectVerdict(wary, page.tabId, "refused");
    await page.acceptRisk();
    await expectVerdict(wary, page.tabId, "intercepted");
    await page.close();
  });
});
