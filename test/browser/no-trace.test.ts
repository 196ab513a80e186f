import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { BOTH, launch, WAIT } from "./browsers.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";
import { createScratch, removeScratch, type Scratch } from "./harness/scratch.ts";
import { filesHolding } from "./profile-search.ts";
import { hostsIn, storedRecords } from "./stored-records.ts";
import { wipe } from "./wipe.ts";

const WORD = "quxjvofgwk";
const PRIVATE_WORD = "zmwrtyphqd";

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
  // Known by the leaf alone, which is all that Chromium hands over without a press.
  lab.intercept({ intermediate: false });
});

afterAll(() => lab?.close());

describe.each(BOTH)("the profile of %s", (name) => {
  let folders: Scratch;
  let browser: LabBrowser;

  const start = () =>
    launch(name, ["public", "interception"], {
      folders,
      privateWindows: true,
      ...(name === "chromium" ? { features: ["WebRequestSecurityInfo"] } : {}),
    });

  beforeAll(async () => {
    folders = createScratch();
    browser = await start();
    await browser.inExtension(
      `chrome.runtime.sendMessage({ type: "choose-keeping", changes: { keeping: "evidence" } })`,
    );
  });

  afterAll(async () => {
    await browser?.close();
    removeScratch(folders);
  });

  it("holds nothing of a host that the journal had, once that is deleted and the browser closed", async () => {
    const host = `${WORD}.example`;
    // A page that was opened would stand in the browser's own history.
    const page = await browser.open(`https://around.example:${lab.port}/`);
    const ask = `fetch("https://${host}:${lab.port}/", { mode: "no-cors", cache: "no-store" }).then(() => true)`;
    await page.evaluate(ask);
    await expect.poll(async () => hostsIn(await storedRecords(browser)), WAIT).toContain(host);
    await page.close();
    expect(filesHolding(folders, WORD)).toHaveLength(1);
    await wipe(browser);
    await browser.close();
    expect(filesHolding(folders, WORD)).toEqual([]);
    browser = await start();
  });

  it("holds nothing of a private window after it", async () => {
    const popup = await browser.open("about:blank");
    const page = await browser.open(`https://${PRIVATE_WORD}.example:${lab.port}/`, { private: true });
    // A tab for the popup would open in the private window, which in Chromium shows no page of an extension.
    const path = `extension/popup/index.html?tabId=${page.tabId}`;
    await popup.goto(await browser.inExtension<string>(`chrome.runtime.getURL("${path}")`));
    await popup.waitFor({ text: "Someone else can read and change this connection" });
    if (name === "chromium") {
      await popup.click(".inspect summary");
      await popup.click(".inspect button");
      await popup.waitFor({ selector: "[data-progress=done]" }, 20_000);
    }
    await popup.close();
    await page.close();
    await browser.close();
    expect(filesHolding(folders, PRIVATE_WORD)).toEqual([]);
  });
});
