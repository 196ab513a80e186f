import type { LabBrowser } from "../../browser/harness/lab-browser.ts";
import type { Lab } from "../../lab/lab.ts";
import { freshPage, loadTime } from "./page.ts";

/** As in the memo that is measured, in milliseconds. */
const WINDOW = 10_000;
/** So many times the page is loaded one right after the other. */
const LOADS = 4;

/** How often the browser was asked about connections. */
export interface Calls {
  readonly connections: number;
  readonly calls: number;
  /** Of any connection, in any ten seconds. */
  readonly most: number;
}

interface Call {
  readonly key: string;
  readonly at: number;
}

/** Loads a page of ten hosts several times, and counts getSecurityInfo for each connection. Where it is refused, an exception is accepted. */
export async function countCalls(lab: Lab, browser: LabBrowser, name: string): Promise<Calls> {
  const url = await freshPage(lab, name);
  const page = await browser.open("about:blank");
  const { refused } = await page.goto(url);
  if (refused) await page.acceptRisk();
  for (let load = 1; load < LOADS; load++) await loadTime(page, url);
  await page.close();
  const all = await browser.inExtension<Call[]>(
    "chrome.storage.local.get('benchCalls').then((it) => it.benchCalls ?? [])",
  );
  const calls = all.filter(({ key }) => key.includes(name));
  const most = calls.map(({ key, at }) =>
    within(
      calls.filter((call) => call.key === key),
      at,
    ),
  );
  return { connections: new Set(calls.map(({ key }) => key)).size, calls: calls.length, most: Math.max(0, ...most) };
}

/** How many began in the ten seconds from this moment on. */
function within(calls: readonly Call[], from: number): number {
  return calls.filter(({ at }) => at >= from && at < from + WINDOW).length;
}
