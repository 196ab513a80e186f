import type { ExtensionPage, LabBrowser } from "../../browser/harness/lab-browser.ts";
import { pressInspect } from "../../browser/press-inspect.ts";
import type { Lab } from "../../lab/lab.ts";
import { median } from "./statistics.ts";

const OPENINGS = 15;

/** How long the popup of an intercepted page takes to show its verdict, in milliseconds. */
export async function timePopup(lab: Lab, browser: LabBrowser): Promise<number> {
  lab.intercept();
  await browser.inExtension(`chrome.runtime.sendMessage({ type: "set-alert-level", level: "badge" })`);
  const { tabId } = await browser.open(`https://popup.example:${lab.port}/`);
  if (browser.name === "chromium") await pressInspect(browser, tabId);
  return timeOpenings(() => browser.openPopup(tabId), ".answer[data-verdict=intercepted]");
}

/** How long the page of the journal takes to show its first records, in milliseconds. */
export function timeJournal(browser: LabBrowser): Promise<number> {
  return timeOpenings(() => browser.openExtensionPage("extension/journal/index.html"), "table.records");
}

/** How long the browser takes to show an icon of the extension by itself, in milliseconds: no page of ours can be faster. */
export function timeIcon(browser: LabBrowser): Promise<number> {
  return timeOpenings(() => browser.openExtensionPage("extension/icons/icon-128.png"), "img", "body");
}

/**
 * The median time from the beginning of the navigation to the paint of what a page opens for, which is inside of `part`; the first
 * opening warms up and is not counted.
 */
async function timeOpenings(open: () => Promise<ExtensionPage>, shown: string, part = "main"): Promise<number> {
  const times: number[] = [];
  for (let opening = 0; opening <= OPENINGS; opening++) {
    const page = await open();
    await page.waitFor({ selector: shown });
    times.push(await page.evaluate<number>(paintedIn(part)));
    await page.close();
  }
  return median(times.slice(1));
}

/**
 * When the first large part of the page that is still there was painted: what says that the page waits is gone by then, and what it opens
 * for comes in one piece.
 */
const paintedIn = (part: string) => `new Promise((done) => {
  new PerformanceObserver((list) => {
    const painted = list.getEntries().find(({ element }) => element?.closest("${part}"));
    if (painted) done(painted.startTime);
  }).observe({ type: "largest-contentful-paint", buffered: true });
})`;
