import { choose, makeFile, openExport } from "../../browser/export-page.ts";
import type { LabBrowser } from "../../browser/harness/lab-browser.ts";
import { seedJournal } from "../../browser/seed-journal.ts";
import type { Journal } from "../../evidence/journal.ts";

/** Ten thousand records on a busy machine are no fault to stop at. */
const PATIENCE_MS = 120_000;

/** How long a user waits for a bundle of everything, and what it comes to. */
interface ExportCost {
  /** From the press to the preview, in milliseconds. */
  readonly made: number;
  /** Of the file, in bytes. */
  readonly size: number;
  /** The most that the page's JavaScript was seen to hold, in MiB; null in Firefox, which does not say. */
  readonly heap: number | null;
}

/** Puts a journal into a browser's profile and has a bundle made of all of it, unencrypted, on the page for that. */
export async function timeExport(browser: LabBrowser, journal: Journal): Promise<ExportCost> {
  await seedJournal(browser, journal);
  const page = await openExport(browser, PATIENCE_MS);
  await choose(page, "preset", "newsroom");
  await choose(page, "protection", "none");
  await page.evaluate(`(() => {
    globalThis.most = 0;
    setInterval(() => { globalThis.most = Math.max(globalThis.most, performance.memory?.usedJSHeapSize ?? 0); }, 5);
    document.querySelector("button.make").addEventListener("click", () => { globalThis.began = performance.now(); });
    new MutationObserver(() => {
      if (document.querySelector(".preview")) globalThis.ended ??= performance.now();
    }).observe(document.body, { childList: true, subtree: true });
    return true;
  })()`);
  await makeFile(page, PATIENCE_MS);
  const [made, most, line] = await page.evaluate<[number, number, string]>(
    `[ended - began, most, document.querySelector(".file-line strong").textContent]`,
  );
  await page.close();
  const size = Number(/([\d,]+) bytes/.exec(line)?.[1]?.replaceAll(",", ""));
  return { made, size, heap: most === 0 ? null : most / 2 ** 20 };
}
