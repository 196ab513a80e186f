import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { expectVerdict, inTurn, launch, popupText } from "./browsers.ts";
import type { LabBrowser, LabPage } from "./harness/lab-browser.ts";
import { poll } from "./harness/poll.ts";

describe.each(inTurn("firefox"))("%s", (name) => {
  let lab: Lab;
  let browser: LabBrowser;

  beforeAll(async () => {
    lab = await startLab({ folder: inject("labBuild").folder });
    // Without the feature Chromium shows an extension no certificate of a page, and there is nothing to attribute.
    const features = name === "chromium" ? { features: ["WebRequestSecurityInfo"] } : {};
    browser = await launch(name, ["public", "interception"], { ...features, privateWindows: name === "firefox" });
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.close();
  });

  // Only a leaf straight under the listed root is proof where the leaf is all that a browser shows.
  const intercept = () => lab.intercept({ intermediate: false });
  const site = (host: string, path = "/") => `https://${host}:${lab.port}${path}`;
  const plain = (host: string) => `http://${host}:${lab.httpPort}/`;
  const asked = (host: string) => poll(`a request to ${host}`, async () => lab.requests.some((it) => it.host === host));
  const load = (page: LabPage, url: string) =>
    page.evaluate(`fetch(${JSON.stringify(url)}, { mode: "no-cors" }).then(() => true, () => true)`);

  it("a page that comes back from memory has what was known of it", async () => {
    intercept();
    const page = await browser.open(site("remembered.example", "/cached"));
    await expectVerdict(browser, page.tabId, "intercepted");
    await page.evaluate("(window.stays = true)");
    lab.passThrough();
    await page.goto(site("in-between.example", "/cached"));
    await expectVerdict(browser, page.tabId, "nothing-found");
    await page.back();
    expect(await page.evaluate("window.stays === true")).toBe(true);
    expect(await expectVerdict(browser, page.tabId, "intercepted")).toContain("remembered.example");
    await page.close();
  });

  it("what a page sends when it is left is not the next page's", async () => {
    lab.passThrough();
    const page = await browser.open(site("left.example"));
    await expectVerdict(browser, page.tabId, "nothing-found");
    intercept();
    await page.evaluate(`(addEventListener("pagehide", () => {
      navigator.sendBeacon(${JSON.stringify(site("beacon.example"))}, "x");
      fetch(${JSON.stringify(site("keepalive.example"))}, { keepalive: true, mode: "no-cors" });
    }), true)`);
    await page.goto(plain("page-after.example"));
    await asked("beacon.example");
    await asked("keepalive.example");
    // Judged after the two, and on the same line of events.
    await load(page, site("of-the-next.example"));
    const popup = await expectVerdict(browser, page.tabId, "intercepted");
    expect(popup).toContain("of-the-next.example");
    expect(popup).not.toContain("beacon.example");
    expect(popup).not.toContain("keepalive.example");
    await page.close();
  });

  it("an intercepted page that sends the tab on by itself is told on the next one", async () => {
    intercept();
    const page = await browser.open(site("sends-on.example"));
    await expectVerdict(browser, page.tabId, "intercepted");
    await page.evaluate(`(location.href = ${JSON.stringify(plain("sent-on.example"))}, true)`);
    await poll("the next page", async () => (await page.url()).includes("sent-on.example"));
    const popup = await expectVerdict(browser, page.tabId, "intercepted");
    expect(popup).toContain("the page just before this one");
    expect(popup).toContain("sends-on.example");
    await page.goto(plain("gone-to.example"));
    await expectVerdict(browser, page.tabId, "not-inspected");
    await page.close();
  });

  it("a shared worker's interception is told on the pages of its host, and on no others", async () => {
    lab.passThrough();
    const [page, other] = [await browser.open(site("worker.example")), await browser.open(site("bystander.example"))];
    await expectVerdict(browser, page.tabId, "nothing-found");
    await expectVerdict(browser, other.tabId, "nothing-found");
    intercept();
    const script = `fetch(${JSON.stringify(site("from-worker.example"))}, { mode: "no-cors" })`;
    await page.evaluate(`(window.worker = new SharedWorker(URL.createObjectURL(
      new Blob([${JSON.stringify(script)}], { type: "text/javascript" }))), true)`);
    expect(await expectVerdict(browser, page.tabId, "intercepted")).toContain("from-worker.example");
    expect(await expectVerdict(browser, other.tabId, "nothing-found")).not.toContain("from-worker.example");
    await page.close();
    await other.close();
  });

  it("two tabs and two windows of one site each have their own verdict", async () => {
    lab.passThrough();
    const clean = await browser.open(site("twice.example"));
    await expectVerdict(browser, clean.tabId, "nothing-found");
    intercept();
    await browser.evictBackground();
    const second = await browser.open(site("twice.example"), { private: name === "firefox" });
    await expectVerdict(browser, second.tabId, "intercepted");
    await expectVerdict(browser, clean.tabId, "nothing-found");
    await second.close();
    await clean.close();
  });

  it("a tab that is closed while it loads leaves nothing behind", async () => {
    lab.passThrough();
    const page = await browser.open(site("closing.example"));
    await expectVerdict(browser, page.tabId, "nothing-found");
    await page.evaluate(`(setTimeout(() => { for (let i = 0; i < 30; i++) new Image().src =
      "https://closing" + i + ".example:${lab.port}/blank.png"; }), true)`);
    await page.close();
    const last = await browser.open(site("last.example"));
    await expectVerdict(browser, last.tabId, "nothing-found");
    const keys = await browser.inExtension<string[]>("chrome.storage.session.get(null).then(Object.keys)");
    expect(keys).toContain(`tab:${last.tabId}`);
    expect(keys).not.toContain(`tab:${page.tabId}`);
    await last.close();
  });

  it("the first page in a new tab wakes the background and is not lost", async () => {
    lab.passThrough();
    for (let time = 0; time < 4; time++) {
      await browser.evictBackground();
      const page = await browser.open(site(`wakes-${time}.example`));
      await expectVerdict(browser, page.tabId, "nothing-found");
      await page.close();
    }
  });

  it("a site that the browser keeps from extensions says so", async () => {
    lab.passThrough();
    const page = await browser.open(site(name === "firefox" ? "addons.mozilla.org" : "chromewebstore.google.com"));
    expect(await expectVerdict(browser, page.tabId, "not-inspected")).toContain(
      "shows extensions nothing of this site",
    );
    await page.close();
  });

  it("many hosts of one page are all there, also after the background has gone", async () => {
    lab.passThrough();
    const page = await browser.open(site("many.example"));
    await expectVerdict(browser, page.tabId, "nothing-found");
    const hosts = Array.from({ length: 100 }, (_, number) => `many${number}.example`);
    const urls = JSON.stringify(hosts.map((host) => site(host, "/blank.png")));
    await page.evaluate(`Promise.all(${urls}.map((url) => fetch(url, { mode: "no-cors" }))).then(() => true)`);
    await expect.poll(() => popupText(browser, page.tabId), { timeout: 10_000 }).toMatch(/\b100\b/);
    await browser.evictBackground();
    expect(await popupText(browser, page.tabId)).toMatch(/\b100\b/);
    await page.close();
  });
});
