import { describe, expect, it } from "vitest";
import { monthJournal } from "../../bench/month-journal.ts";
import { makeWorld } from "../../evidence/journal.ts";
import { choose, makeFile } from "../export-page.ts";
import type { ExtensionPage } from "../harness/lab-browser.ts";
import { seedJournal } from "../seed-journal.ts";
import { chromiumStage, faceCalled, facesIn } from "./chromium-stage.ts";

/** The pages on which somebody presses in a hurry, tried every time; the long run tries them all. */
const PRESSED_ON = ["popup intercepted", "warning intercepted", "offered unread", "journal records", "export records"];

describe("a page that is shown, in chromium", () => {
  const stage = chromiumStage();

  it("moves nothing when it reads more, so that no press misses", async () => {
    const found: string[] = [];
    for (const { title, reach, leave } of facesIn(PRESSED_ON)) {
      const page = await reach(stage());
      if (await page.evaluate<boolean>(`document.querySelector(".keep-session") !== null`)) {
        await page.waitFor({ selector: ".keep-session[aria-disabled=false]" });
      }
      found.push(...(await moved(page)).map((element) => `${title}: ${element}`));
      await page.close();
      await leave?.(stage());
    }
    expect(found).toEqual([]);
  }, 600_000);

  it("a warning leaves its buttons where they are when the record is written, and when it is kept", async () => {
    // Whoever holds the journal keeps the record from being written.
    await stage().browser.inExtension(`new Promise((held) => {
      navigator.locks.request("journal", () => new Promise((end) => { globalThis.release = end; held(true); }));
    })`);
    const { reach, leave } = faceCalled("warning intercepted");
    const page = await reach(stage());
    const place = () => page.evaluate<number>(`document.querySelector(".go-on").getBoundingClientRect().top + scrollY`);
    const before = await place();
    await stage().browser.inExtension("(release(), true)");
    await page.waitFor({ selector: ".keep-session[aria-disabled=false]" });
    expect(await place()).toBe(before);
    await page.click(".keep-session");
    await page.waitFor({ text: "Kept on the disk." });
    expect(await place()).toBe(before);
    await page.close();
    await leave?.(stage());
  });

  it("a record opens that is pressed in the moment in which it is shown", async () => {
    const page = await faceCalled("journal records").reach(stage());
    const opened = await page.evaluate<boolean>(`new Promise((done) => {
      globalThis.other = open(location.href);
      const press = () => {
        if (other.location.hash === "") other.document.querySelector("table.records a")?.click();
        if (other.document.querySelector(".chain")) done(true);
      };
      const watch = () => {
        if (other.location.href !== location.href || !other.document.body) return setTimeout(watch);
        new MutationObserver(press).observe(other.document.body, { childList: true, subtree: true });
        press();
      };
      watch();
      setTimeout(() => done(false), 5000);
    }).finally(() => other?.close())`);
    expect(opened).toBe(true);
    await page.close();
  });

  it("a journal tells of old records that it cannot read without moving those that it shows", async () => {
    const { browser } = stage();
    await browser.inExtension(`chrome.runtime.sendMessage({ type: "wipe-journal" })`);
    await seedJournal(browser, await monthJournal(await makeWorld(), 1000), 300);
    const page = await browser.openExtensionPage("extension/journal/index.html");
    await page.waitFor({ text: "Records that this device cannot read: 300" });
    await page.waitFor({ expression: `document.querySelector(".older-records:empty") !== null` });
    const text = await page.text();
    const [shown = 0, counting = 0] = [/ of (\d+)\. Not listed/, /seen again: (\d+)/].map((part) =>
      Number(part.exec(text)?.[1]),
    );
    expect(shown + counting + 300).toBe(1000);
    expect(counting).toBeGreaterThan(100);
    expect(await moved(page)).toEqual([]);
    await page.close();
  }, 600_000);

  it("a file that was made stands where it will stay as soon as it is there", async () => {
    const page = await faceCalled("export records").reach(stage());
    await choose(page, "protection", "none");
    await page.evaluate(`(new MutationObserver(() => {
      if (document.querySelector(".preview")) globalThis.firstFocus ??= document.activeElement.outerHTML;
    }).observe(document.body, { childList: true, subtree: true }), true)`);
    await makeFile(page);
    expect(await page.evaluate("firstFocus")).toContain("What will leave this device");
    await page.close();
  });
});

/** What has moved on a page since it was first painted, without what an act of the user moved: told once nothing changes for a second. */
function moved(page: ExtensionPage): Promise<readonly string[]> {
  return page.evaluate(`(async () => {
    const shifts = [];
    new PerformanceObserver((told) => shifts.push(...told.getEntries())).observe({ type: "layout-shift", buffered: true });
    await new Promise((done) => {
      let quiet = setTimeout(done, 1000);
      const changed = new MutationObserver(() => {
        clearTimeout(quiet);
        quiet = setTimeout(done, 1000);
      });
      changed.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    return shifts
      .filter(({ hadRecentInput }) => !hadRecentInput)
      .flatMap(({ sources }) => sources)
      .map(({ node, previousRect, currentRect }) =>
        (node?.outerHTML ?? node?.textContent ?? "gone").slice(0, 120) + " from " + previousRect.top + " to " + currentRect.top);
  })()`);
}
