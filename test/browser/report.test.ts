import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer, { type Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import en from "../../extension/_locales/en/messages.json" with { type: "json" };
import { findBrowser } from "../../scripts/ensure-browsers.ts";
import { NO_ENTRIES } from "../../src/evidence/bundle/bundle-watchlist.ts";
import { reportHtml } from "../../src/evidence/report/report.ts";
import { sentencesOf } from "../../src/evidence/sentence.ts";
import { HOSTILE, hostileRecords, STEERING } from "../evidence/hostile.ts";
import { makeWorld } from "../evidence/journal.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { chromiumArguments } from "./harness/chromium-arguments.ts";
import { createScratch, environmentOf, OWN_SIGNALS, removeScratch, type Scratch } from "./harness/scratch.ts";

let scratch: Scratch;
let browser: Browser;
let address: string;

beforeAll(async () => {
  scratch = createScratch();
  const { records, certificates } = await hostileRecords(await makeWorld());
  const report = await reportHtml(
    { records, certificates, watchlist: NO_ENTRIES },
    "0".repeat(64),
    sentencesOf(en),
    watchlist,
  );
  const file = join(scratch.temporary, "report.html");
  writeFileSync(file, report);
  address = pathToFileURL(file).href;
  browser = await puppeteer.launch({
    executablePath: findBrowser("chromium"),
    args: chromiumArguments({ extension: "" }),
    env: environmentOf(scratch),
    userDataDir: scratch.profile,
    signal: scratch.kill.signal,
    ...OWN_SIGNALS,
  });
});
afterAll(async () => {
  await browser?.close();
  removeScratch(scratch);
});

it.each([
  ["with its content policy", false],
  ["without it, by its escapes alone", true],
])("a report of hostile names runs nothing and asks for nothing, %s", async (_, bypass) => {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.setBypassCSP(bypass);
  await page.goto(address);
  expect(await page.title()).toBe(en.report_title.message);
  expect(asked).toEqual([address]);
  expect(await page.$$eval("script, img, svg, a, [onload], [onerror]", (elements) => elements.length)).toBe(0);
  const text = await page.evaluate("document.body.textContent");
  expect(text).toContain("<script>document.title='ran'</script>");
  expect(text).toContain("\\u202egnp.exe\\u2066");
  expect(text).not.toMatch(STEERING);
  expect(await page.$$eval("article", (articles) => articles.length)).toBe(HOSTILE.length);
});

it.each([
  ["a phone", 360],
  ["a desk", 1280],
])("a report has room on %s, and its style", async (_, width) => {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 800 });
  await page.goto(address);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  expect(await page.evaluate("getComputedStyle(document.querySelector('.verdict')).fontWeight")).toBe("600");
});
