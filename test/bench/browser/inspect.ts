import type { LabBrowser } from "../../browser/harness/lab-browser.ts";
import type { Lab } from "../../lab/lab.ts";
import { median } from "./statistics.ts";

/** What Inspect takes beyond the network's own time, in milliseconds. */
interface InspectTimes {
  /** The first press after the browser's start. */
  readonly first: number;
  readonly later: number;
}

const PRESSES = 12;

/**
 * From the press to the verdict, less what the same request takes by itself from a page of the extension to another host that is as new.
 */
export async function timeInspect(lab: Lab, browser: LabBrowser): Promise<InspectTimes> {
  const times: number[] = [];
  for (let press = 0; press <= PRESSES; press++) {
    const page = await browser.open(`https://inspect${press}.example:${lab.port}/`);
    const bare = `https://bare${press}.example:${lab.port}/`;
    // Made before it is timed, as that of the page was.
    await page.evaluate(`fetch(${JSON.stringify(bare)}, { mode: "no-cors" }).then(() => true)`);
    const request = `{ method: "HEAD", mode: "no-cors", credentials: "omit", cache: "no-store", redirect: "manual" }`;
    times.push(
      await browser.inExtension<number>(`(async () => {
        const [pressed, asked] = [performance.now(), chrome.runtime.sendMessage({ type: "inspect", tabId: ${page.tabId} })];
        await asked;
        const seen = performance.now();
        await fetch(${JSON.stringify(bare)}, ${request}).catch(() => null);
        return seen - pressed - (performance.now() - seen);
      })()`),
    );
    await page.close();
  }
  return { first: times[0] ?? Number.NaN, later: median(times.slice(1)) };
}
