import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { parseRecord } from "../../src/evidence/record.ts";
import { type Lab, startLab } from "../lab/lab.ts";
import { closedPort, inTurn, launch, WAIT } from "./browsers.ts";
import { DEFAULTS, fill, lineOf, openCheck, pressCheck } from "./check-page.ts";
import { emptyStore, fillStore } from "./full-store.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";
import { type OddServer, startCuttingServer, startSilentServer } from "./odd-servers.ts";
import { fieldsOf, hostsIn, storedRecords } from "./stored-records.ts";

const INTERCEPTED = "Someone else can read and change this connection";
const REFUSED = "Your browser stopped this connection; nothing was sent";

/** Three labs stand for three places on the way: a box, a genuine site, and a box whose root the device does not trust. */
let box: Lab;
let genuine: Lab;
let stranger: Lab;
let silent: OddServer;
let cutting: OddServer;

beforeAll(async () => {
  const { folder } = inject("labBuild");
  [box, genuine, stranger] = await Promise.all([startLab({ folder }), startLab({ folder }), startLab({ folder })]);
  [silent, cutting] = await Promise.all([startSilentServer(), startCuttingServer()]);
  box.intercept();
  stranger.intercept({ root: "unlisted" });
});

afterAll(async () => {
  silent?.close();
  cutting?.close();
  await Promise.all([box?.close(), genuine?.close(), stranger?.close()]);
});

describe.each(inTurn("firefox"))("a check of the network in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public", "interception"]);
  });

  afterAll(() => browser?.close());

  it("names the hosts first, and asks none of them before the press", async () => {
    const page = await browser.openExtensionPage("extension/check/index.html");
    await page.waitFor({ selector: ".targets" });
    const offered = "[...document.querySelectorAll('input[name=target]:checked')].map(({ value }) => value)";
    expect(await page.evaluate(offered)).toEqual(DEFAULTS);
    expect(await page.text()).toContain("Your provider can see that this device contacts these sites");
    await page.close();
  });

  it("says of each host what was seen", async () => {
    const closed = `closed.example:${await closedPort()}`;
    const hosts = {
      [`taken.example:${box.port}`]: INTERCEPTED,
      [`clean.example:${genuine.port}`]: "Nothing found",
      [`stranger.example:${stranger.port}`]: REFUSED,
      [`cut.example:${cutting.port}`]: "cut off",
      [`silent.example:${silent.port}`]: "No answer came in time",
      [closed]: "No connection",
    };
    const page = await openCheck(browser, Object.keys(hosts));
    await pressCheck(page);
    expect(await page.text()).toContain("The check is finished.");
    for (const [target, line] of Object.entries(hosts)) expect(await lineOf(page, target)).toContain(line);
    for (const target of Object.keys(hosts).slice(0, 3)) await page.click(`[data-target="${target}"] summary`);
    const text = await page.text();
    expect(text).toContain("Rootwatch Lab Interception Root");
    expect(text).toContain("Rootwatch Lab Public Root");
    expect(text).toContain(name === "chromium" ? "ERR_CERT_AUTHORITY_INVALID" : "SEC_ERROR_UNKNOWN_ISSUER");
    expect(await page.evaluate("document.querySelectorAll('iframe').length")).toBe(0);
    const answered = expect.arrayContaining(["taken.example", "clean.example", "stranger.example"]);
    await expect.poll(async () => hostsIn(await storedRecords(browser)), WAIT).toEqual(answered);
    const checks = (await storedRecords(browser))
      .map(({ line, seq }) => parseRecord(line, `record ${seq}`))
      .map((each) => "check" in each && each.check);
    expect(checks[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set(checks).size).toBe(1);
    await page.close();
  });

  it("sends no cookie, opens no tab and leaves no history", async () => {
    const cookies = await browser.open(`https://cookie.example:${genuine.port}/set-cookie`);
    await cookies.goto(`https://cookie.example:${genuine.port}/`);
    expect(typeof genuine.requests.at(-1)?.headers.cookie).toBe("string");
    const page = await openCheck(browser, [`cookie.example:${genuine.port}`]);
    const [requests, tabs, history] = [genuine.requests.length, await browser.tabCount(), await browser.historyUrls()];
    await pressCheck(page);
    expect(genuine.requests.slice(requests)).toMatchObject([{ host: "cookie.example", method: "HEAD", path: "/" }]);
    const headers = genuine.requests.at(-1)?.headers;
    expect([headers?.cookie, headers?.origin, headers?.referer]).toEqual([undefined, undefined, undefined]);
    expect(await browser.tabCount()).toBe(tabs);
    expect(await browser.historyUrls()).toEqual(history);
    await Promise.all([cookies.close(), page.close()]);
  });

  it("opens from the popup, and leaves the popup's tab and its own tab as they were", async () => {
    const tab = await browser.open(`https://before.example:${genuine.port}/`);
    const popup = await browser.openPopup(tab.tabId);
    await popup.waitFor({ selector: "a.check-network" });
    await popup.click("a.check-network");
    const page = await browser.findExtensionPage(`check/index.html?from=${tab.tabId}`);
    await page.waitFor({ selector: ".targets" });
    expect(await page.text()).not.toContain("private window");
    await Promise.all([popup, page, tab].map((each) => each.close()));
  });

  it("keeps the checks with the user's words, and lays two side by side", async () => {
    const [target, same] = [`moved.example:${genuine.port}`, `same.example:${box.port}`];
    const first = await openCheck(browser, [target, same]);
    await pressCheck(first);
    await first.waitFor({ selector: "input[name=provider]" });
    await fill(first, "input[name=provider]", "Home <b>line</b>");
    await first.click(".save-label");
    await first.waitFor({ text: "Kept." });
    await first.close();

    genuine.intercept();
    const second = await openCheck(browser, [target, same]);
    // A comparison that is read in the moment of the end must not be that of the two checks before.
    await second.evaluate(`(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector(".check-progress:not([data-ending=running])") === null) return;
        globalThis.canBeLabelled = document.querySelector(".label-form") !== null;
        observer.disconnect();
      }).observe(document.body, { childList: true, subtree: true, attributes: true });
      return true;
    })()`);
    await pressCheck(second);
    expect(await second.evaluate("globalThis.canBeLabelled")).toBe(true);
    genuine.passThrough();
    await second.waitFor({ selector: ".comparison" });
    const rows = await second.evaluate<string[][]>(
      "[...document.querySelectorAll('.comparison tr')].map((row) => [...row.cells].map((cell) => cell.innerText))",
    );
    expect(rows[0]?.[1]).toContain("Home <b>line</b>");
    expect(rows[1]?.[0]).toContain("different");
    expect(rows[1]?.[1]).toContain("Rootwatch Lab Public Root");
    expect(rows[1]?.[2]).toContain("Rootwatch Lab Interception Root");
    expect(rows[2]?.[0]).not.toContain("different");
    await second.close();
    const onDisk = "chrome.storage.local.get(null).then((all) => JSON.stringify(all))";
    expect(await browser.inExtension(onDisk)).not.toMatch(/moved\.example|Home/);
    const said = { provider: "Home <b>line</b>", line: "", note: "" };
    const networks = async () => {
      const records = (await storedRecords(browser)).map(fieldsOf);
      const moved = records.findLast(({ host }) => host === "moved.example");
      return [records.find(({ host }) => host === "same.example")?.network, moved?.network];
    };
    // What was found before anything was said goes without.
    await expect.poll(networks, WAIT).toEqual([null, said]);
  });

  it("says so when the words about a network could not be stored, and has them until they can be", async () => {
    const page = await openCheck(browser, [`full.example:${genuine.port}`]);
    await pressCheck(page);
    await page.waitFor({ selector: "input[name=note]" });
    await fillStore(browser, "session");
    await fill(page, "input[name=note]", "n".repeat(500));
    await fill(page, "input[name=line]", "l".repeat(80));
    await page.click(".save-label");
    await page.waitFor({ text: "Not stored: " });
    expect(await page.text()).not.toContain("Kept.");
    await emptyStore(browser, "session");
    await page.click(".save-label");
    await page.waitFor({ text: "Kept." });
    await page.close();
  });

  it("cannot be begun by a page", async () => {
    const target = `ours.example:${genuine.port}`;
    const page = await browser.open(`https://page.example:${genuine.port}/`);
    const begin = `Promise.resolve(globalThis.chrome?.runtime?.connect ?? globalThis.browser?.runtime?.connect ?? null)`;
    expect(await page.evaluate(begin)).toBe(null);
    const id = await browser.inExtension<string>("chrome.runtime.id");
    const reach = `(async () => { try { chrome.runtime.connect(${JSON.stringify(id)}, { name: "check-network" })
      .postMessage({ type: "check-network", targets: ["${target}"], inPrivate: false }); return "sent"; }
      catch { return "nothing to send with"; } })()`;
    expect(await page.evaluate(reach)).toBe("nothing to send with");
    expect(genuine.requests.map(({ host }) => host)).not.toContain("ours.example");
    await page.close();
  });

  it("asks nobody any more when it is stopped", async () => {
    const silentHosts = ["one", "two", "three"].map((each) => `${each}.example:${silent.port}`);
    const never = `never.example:${genuine.port}`;
    const page = await openCheck(browser, [...silentHosts, never]);
    await page.click(".targets .start");
    await page.waitFor({ expression: "document.querySelectorAll('[data-progress=asking]').length === 3" });
    await page.click(".cancel");
    await page.waitFor({ text: "You stopped the check." });
    for (const target of [...silentHosts, never]) expect(await lineOf(page, target)).toContain("not checked");
    await page.close();

    const next = await openCheck(browser, [`next.example:${genuine.port}`]);
    await pressCheck(next);
    const asked = genuine.requests.map(({ host }) => host);
    expect(asked).toContain("next.example");
    expect(asked).not.toContain("never.example");
    await next.close();
  });

  it("says so when the background was ended in between", async () => {
    const page = await openCheck(browser, [`silent.example:${silent.port}`]);
    await page.click(".targets .start");
    await page.waitFor({ selector: "[data-progress=asking]" });
    const evicted = browser.evictBackground();
    // Chromium spares a worker that is attached; one that is stopped all the same does not come back in this browser.
    if (name === "chromium") evicted.catch(() => null);
    await page.waitFor({ text: "The browser ended Rootwatch's background page in between." });
    if (name === "chromium") return;
    await evicted;
    await page.click(".targets .start");
    await page.waitFor({ selector: "[data-progress=asking]" });
    await page.click(".cancel");
    await page.close();
  });
});

describe.each(inTurn("chromium"))("a check for a private window in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public", "unlisted"], { privateWindows: true });
  });

  afterAll(() => browser?.close());

  const kept = (area: "local" | "session") =>
    browser.inExtension<string>(`chrome.storage.${area}.get(null).then((all) => JSON.stringify(all))`);

  it("leaves nothing behind, where one for an ordinary window does", async () => {
    const target = `private.example:${stranger.port}`;
    const own = await browser.open("about:blank", { private: true });
    // Chromium opens pages of extensions in ordinary windows only; a tab that is gone counts as a private one.
    if (name === "chromium") await own.close();
    const page = await openCheck(browser, [target], `?from=${own.tabId}`);
    expect(await page.text()).toContain("This is for a private window");
    await pressCheck(page);
    expect(await lineOf(page, target)).toContain("An added root certificate is in use");
    await page.close();
    expect(await kept("local")).not.toContain("roots");
    expect(await kept("session")).not.toContain("network-checks");
    if (name === "firefox") await own.close();

    const ordinary = await openCheck(browser, [target]);
    await pressCheck(ordinary);
    await expect.poll(() => kept("session")).toContain("network-checks");
    await expect.poll(() => kept("local")).toContain("roots");
    await ordinary.close();
  });
});
