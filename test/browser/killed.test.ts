import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { EMPTY_HEAD, parseRecord } from "../../src/evidence/record.ts";
import { type Lab, startLab } from "../lab/lab.ts";
import { BOTH, launch, WAIT } from "./browsers.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";
import { createScratch, removeScratch, type Scratch } from "./harness/scratch.ts";
import { type Stored, storedRecords } from "./stored-records.ts";

const ROUNDS = process.env.ROOTWATCH_LONG ? 20 : 1;
const ROUND_MS = 120_000;

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
  // Known by the leaf alone, which is all that Chromium hands over without a press.
  lab.intercept({ intermediate: false, algorithm: "ec" });
});

afterAll(() => lab?.close());

describe.each(BOTH)("the journal in a browser that is killed while it writes: %s", (name) => {
  let folders: Scratch;
  let browser: LabBrowser;

  const start = () =>
    launch(name, ["public", "interception"], {
      folders,
      ...(name === "chromium" ? { features: ["WebRequestSecurityInfo"] } : {}),
    });

  beforeAll(() => {
    folders = createScratch();
  });

  afterAll(async () => {
    await browser?.close();
    removeScratch(folders);
  });

  /** Opens a page that asks one host after another. */
  const browse = async (round: number) => {
    const page = await browser.open(`https://round-${round}.example:${lab.port}/`);
    await page.evaluate(`(() => {
      const ask = async () => {
        for (let at = 0; at < 500; at += 1) {
          const address = "https://host-" + at + ".round-${round}.example:${lab.port}/";
          await fetch(address, { mode: "no-cors", cache: "no-store" }).catch(() => null);
        }
      };
      ask();
      return true;
    })()`);
  };

  /** That each record names the one before it; the first one none. */
  const expectWhole = (records: readonly Stored[]) => {
    const lines = records.map(({ line, seq }) => parseRecord(line, `record ${seq}`));
    expect(lines.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
    const before = [EMPTY_HEAD, ...records].slice(0, -1);
    expect(lines.map(({ prev }) => prev)).toEqual(before.map(({ hash }) => hash));
  };

  it(`has every record that was shown before, and goes on after it, ${ROUNDS} times`, {
    timeout: ROUNDS * ROUND_MS,
  }, async () => {
    browser = await start();
    await browser.inExtension(
      `chrome.runtime.sendMessage({ type: "choose-keeping", changes: { keeping: "evidence" } })`,
    );
    for (let round = 1; round <= ROUNDS; round += 1) {
      const before = await storedRecords(browser).then(({ length }) => length);
      await browse(round);
      let shown: Stored[] = [];
      await expect
        .poll(
          async () => {
            shown = await storedRecords(browser);
            return shown.length;
          },
          { ...WAIT, timeout: ROUND_MS / 4 },
        )
        .toBeGreaterThan(before + 3 + (round % 5));
      await browser.kill();
      browser = await start();
      const after = await storedRecords(browser);
      expectWhole(after);
      expect(after.slice(0, shown.length)).toEqual(shown);
      const options = await browser.openExtensionPage("extension/options/index.html");
      await options.waitFor({ text: `Records on the disk: ${after.length};` });
      expect(await options.evaluate(`document.querySelector(".journal-trouble")`)).toBeNull();
      await options.close();
      const next = await browser.open(`https://after-${round}.example:${lab.port}/`);
      await expect.poll(() => storedRecords(browser), WAIT).not.toHaveLength(after.length);
      await next.close();
      const further = await storedRecords(browser);
      expectWhole(further);
      expect(further.slice(0, after.length)).toEqual(after);
    }
  });
});
