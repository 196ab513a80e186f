import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { BOTH, expectVerdict, launch } from "./browsers.ts";
import type { LabBrowser, LabPage } from "./harness/lab-browser.ts";

/** Every file of a built extension, as a path inside it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path));
}

describe.each(BOTH)("a page in %s that looks for Rootwatch", (name) => {
  let lab: Lab;
  let browser: LabBrowser;
  let page: LabPage;
  /** Of the installed extension; a page does not know it in Firefox, where it is drawn at random. */
  let address: string;

  beforeAll(async () => {
    const build = inject("labBuild");
    lab = await startLab({ folder: build.folder });
    browser = await launch(name, ["public", "interception"]);
    lab.intercept();
    page = await browser.open(`https://curious.example:${lab.port}/`);
    address = await browser.inExtension<string>(`chrome.runtime.getURL("")`);
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.close();
  });

  it("is judged all the while", async () => {
    await expectVerdict(browser, page.tabId, name === "firefox" ? "intercepted" : "not-inspected");
  });

  it("can load none of its files, even knowing the address", async () => {
    const build = inject("labBuild");
    const files = filesIn(name === "firefox" ? build.firefox : build.chrome);
    expect(files).toContain("manifest.json");
    const loaded = await page.evaluate<string[]>(`Promise.all(${JSON.stringify(files)}.map(async (file) => {
      const url = ${JSON.stringify(address)} + file;
      const byFetch = await fetch(url).then(() => true, () => false);
      const byImage = /\\.(png|svg)$/.test(file) && await new Promise((done) => {
        const image = new Image();
        image.onload = () => done(true);
        image.onerror = () => done(false);
        image.src = url;
      });
      const byScript = file.endsWith(".js") && await import(url).then(() => true, () => false);
      return byFetch || byImage || byScript ? [file] : [];
    })).then((all) => all.flat())`);
    expect(loaded).toEqual([]);
  });

  it("gets no answer at a port or by a message", async () => {
    const id = new URL(address).hostname;
    const answers = await page.evaluate<unknown>(`(async () => {
      const runtime = globalThis.chrome?.runtime ?? globalThis.browser?.runtime;
      if (!runtime?.sendMessage) return [];
      const asked = await Promise.all([{ type: "get-page", tabId: 1 }, "hello"].map((message) => new Promise((done) => {
        try {
          runtime.sendMessage(${JSON.stringify(id)}, message, (answer) => done(answer ?? null));
        } catch { done(null); }
      })));
      return asked.filter((answer) => answer !== null);
    })()`);
    expect(answers).toEqual([]);
  });

  it("finds nothing added to its document, its window or its messages", async () => {
    const served = await page.evaluate<string>(`fetch("/").then((answer) => answer.text())`);
    const elements = `[...document.querySelectorAll("*")].map((element) => element.tagName + element.attributes.length)`;
    const inServed = `[...new DOMParser().parseFromString(${JSON.stringify(served)}, "text/html").querySelectorAll("*")]
      .map((element) => element.tagName + element.attributes.length)`;
    expect(await page.evaluate(elements)).toEqual(await page.evaluate(inServed));
    expect(await page.evaluate("document.styleSheets.length + document.adoptedStyleSheets.length")).toBe(0);
    const heard = await page.evaluate(`new Promise((done) => {
      const heard = [];
      addEventListener("message", ({ data }) => heard.push(data));
      postMessage("rootwatch", "*");
      setTimeout(() => done(heard), 300);
    })`);
    expect(heard).toEqual(["rootwatch"]);
    expect(
      await page.evaluate(`Object.getOwnPropertyNames(globalThis).filter((name) => /root.?watch/i.test(name))`),
    ).toEqual([]);
  });

  it("is sent no header that tells of it, and no request of its own", async () => {
    const id = new URL(address).hostname;
    const sent = lab.requests.filter(({ host }) => host === "curious.example");
    expect(sent.length).toBeGreaterThan(0);
    for (const { headers, path } of sent) {
      expect(path).toBe("/");
      expect(JSON.stringify(headers)).not.toMatch(new RegExp(`rootwatch|extension|${id}`, "i"));
    }
  });
});
