import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { BOTH, launch } from "./browsers.ts";
import { lineOf, openCheck, pressCheck } from "./check-page.ts";
import type { LabBrowser, LabPage } from "./harness/lab-browser.ts";
import { poll } from "./harness/poll.ts";

const PERMISSIONS = {
  chromium: ["debugger", "declarativeNetRequest"],
  firefox: ["declarativeNetRequest", "webRequest", "webRequestBlocking"],
};

/** Stops each HEAD request that the browser lets it stop, and then says to the lab which address it has. */
const script = (lab: Lab) => `
chrome.webRequest?.onBeforeRequest.addListener(({ method }) => ({ cancel: method === "HEAD" }), { urls: ["<all_urls>"] }, ["blocking"]);
chrome.declarativeNetRequest.updateSessionRules({
  removeRuleIds: [1],
  addRules: [{ id: 1, action: { type: "block" }, condition: { requestMethods: ["head"] } }],
}).then(() => fetch("https://announced.example:${lab.port}/?" + encodeURIComponent(chrome.runtime.getURL("")), { mode: "no-cors" }));
`;

const FRAMED = "extension/options/index.html";

/** Expression for the extension: the addresses that frames in these tabs show, as far as each browser tells of them. */
const shownIn = (tabIds: readonly number[]) => `(async () => {
  const frames = await Promise.all(${JSON.stringify(tabIds)}.map((tabId) => chrome.webNavigation.getAllFrames({ tabId })));
  const contexts = (await chrome.runtime.getContexts?.({})) ?? [];
  return [...frames.flat().map(({ url }) => url), ...contexts.map(({ documentUrl }) => documentUrl ?? "")];
})()`;

describe.each(BOTH)("another extension in %s that may see every site", (name) => {
  let lab: Lab;
  let folder: string;
  let browser: LabBrowser;
  let page: LabPage;
  /** Of Rootwatch. */
  let address: string;

  beforeAll(async () => {
    lab = await startLab({ folder: inject("labBuild").folder });
    folder = mkdtempSync(join(tmpdir(), "rootwatch-other-"));
    const background = name === "chromium" ? { service_worker: "other.js" } : { scripts: ["other.js"] };
    const manifest = {
      ...{ manifest_version: 3, name: "Another extension", version: "1", background },
      ...{ permissions: PERMISSIONS[name], host_permissions: ["<all_urls>"] },
      browser_specific_settings: { gecko: { id: "other@other.example" } },
    };
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
    writeFileSync(join(folder, "other.js"), script(lab));
    writeFileSync(join(folder, "page.html"), "<!doctype html><title>Other</title><body>Other</body>");
    browser = await launch(name, ["public", "interception"], { others: [folder] });
    address = await browser.inExtension<string>(`chrome.runtime.getURL("")`);
    const announced = await poll("the other extension", async () =>
      lab.requests.find(({ host }) => host === "announced.example"),
    );
    page = await browser.open(`${decodeURIComponent(announced.path.slice("/?".length))}page.html`);
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.close();
    rmSync(folder, { recursive: true });
  });

  it("gets no answer", async () => {
    // In Firefox it is no part of the address.
    const id = JSON.stringify(await browser.inExtension("chrome.runtime.id"));
    const asked = await page.evaluate(`(async () => {
      const answer = await chrome.runtime.sendMessage(${id}, { type: "get-own-list" }).catch(({ message }) => message);
      const port = chrome.runtime.connect(${id}, { name: "check-network" });
      const why = new Promise((done) => port.onDisconnect.addListener(({ error }) => done(chrome.runtime.lastError ?? error)));
      return [answer, (await why)?.message];
    })()`);
    expect(asked).toEqual(Array(2).fill("Could not establish connection. Receiving end does not exist."));
  });

  it("shows no page of it in a frame, nor does a site", async () => {
    const site = await browser.open(`https://framing.example:${lab.port}/`);
    for (const framing of [page, site]) {
      await framing.evaluate(`new Promise((done) => {
        const frame = Object.assign(document.createElement("iframe"), { onload: done, onerror: done });
        frame.src = ${JSON.stringify(address + FRAMED)};
        document.body.append(frame);
        // Firefox tells nothing of a frame that it does not load.
        setTimeout(done, 3000);
      }).then(() => true)`);
    }
    const shown = await browser.inExtension<string[]>(shownIn([page.tabId, site.tabId]));
    expect(shown.filter((url) => url.includes(FRAMED))).toEqual([]);
    await site.close();
  });

  it("stops the requests of a site, and none of its own", async () => {
    lab.intercept({ algorithm: "ec" });
    const target = `stopped.example:${lab.port}`;
    const site = await browser.open(`https://${target}/`);
    const ask = `fetch("/", { method: "HEAD" }).then(() => "answered", () => "stopped")`;
    expect(await site.evaluate(ask)).toBe("stopped");
    const check = await openCheck(browser, [target]);
    await pressCheck(check);
    expect(await lineOf(check, target)).toContain("Someone else can read and change this connection");
    await Promise.all([site.close(), check.close()]);
  });

  if (name === "chromium") {
    it("attaches no debugger to its background or its pages", async () => {
      const answers = await page.evaluate<string[]>(`chrome.debugger.getTargets().then((targets) => Promise.all(targets
        .filter(({ url }) => url.startsWith(${JSON.stringify(address)}))
        .map(({ id }) => chrome.debugger.attach({ targetId: id }, "1.3").then(() => "attached", () => "refused"))))`);
      expect(new Set(answers)).toEqual(new Set(["refused"]));
    });
  }
});
