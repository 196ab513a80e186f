import type { ExtensionPage, LabBrowser } from "../../browser/harness/lab-browser.ts";
import { pressInspect } from "../../browser/press-inspect.ts";
import type { Lab } from "../../lab/lab.ts";
import { median } from "./statistics.ts";

const OPENINGS = 15;

/** How long the popup takes, in milliseconds, from the beginning of its navigation and from the press before it. */
export interface PopupTime {
  readonly loading: number;
  readonly pressed: number;
}

/** How long the popup of an intercepted page takes to show its verdict: the medians. The first opening warms up and is not counted. */
export async function timePopup(lab: Lab, browser: LabBrowser): Promise<PopupTime> {
  lab.intercept();
  await browser.inExtension(`chrome.runtime.sendMessage({ type: "set-alert-level", level: "badge" })`);
  const desk = await browser.openExtensionPage("extension/inspect/index.html");
  const { tabId } = await browser.open(`https://popup.example:${lab.port}/`);
  if (browser.name === "chromium") await pressInspect(browser, tabId);
  await desk.evaluate(`chrome.tabs.update(${tabId}, { active: true }).then(() => true)`);
  const times: PopupTime[] = [];
  for (let opening = 0; opening <= OPENINGS; opening++) times.push(await desk.evaluate(OPENED_POPUP));
  const medianOf = (which: keyof PopupTime) => median(times.slice(1).map((each) => each[which]));
  return { loading: medianOf("loading"), pressed: medianOf("pressed") };
}

/** How long the page of the journal takes to show its first records, in milliseconds. */
export function timeJournal(browser: LabBrowser): Promise<number> {
  return timeOpenings(() => browser.openExtensionPage("extension/journal/index.html"), "table.records");
}

/**
 * The median time from the beginning of the navigation to the paint of what a page opens for; the first opening warms up and is not
 * counted.
 */
async function timeOpenings(open: () => Promise<ExtensionPage>, shown: string): Promise<number> {
  const times: number[] = [];
  for (let opening = 0; opening <= OPENINGS; opening++) {
    const page = await open();
    await page.waitFor({ selector: shown });
    times.push(await page.evaluate<number>(paintedIn("globalThis")));
    await page.close();
  }
  return median(times.slice(1));
}

/**
 * When the first large part of the page that is still there was painted: what says that the page waits is gone by then, and what it opens
 * for comes in one piece.
 */
const paintedIn = (page: string) => `new Promise((done) => {
  new ${page}.PerformanceObserver((list) => {
    const painted = list.getEntries().find(({ element }) => element?.closest("main"));
    if (painted) done(painted.startTime);
  }).observe({ type: "largest-contentful-paint", buffered: true });
})`;

/** Opens the popup as a press on the icon does, and closes it again. */
const OPENED_POPUP = `(async () => {
  const until = async (find) => {
    for (;;) {
      const found = find();
      if (found) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  const popups = () => chrome.extension.getViews({ type: "popup" });
  const press = performance.timeOrigin + performance.now();
  await chrome.action.openPopup();
  const popup = await until(() => popups()[0]);
  await until(() => popup.document.querySelector(".answer[data-verdict=intercepted]"));
  const loading = await ${paintedIn("popup")};
  const pressed = popup.performance.timeOrigin + loading - press;
  popup.close();
  await until(() => popups().length === 0);
  return { loading, pressed };
})()`;
