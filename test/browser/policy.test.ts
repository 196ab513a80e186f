import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { labFiles } from "../lab/lab-identity.ts";
import { expectVerdict, launch, WAIT } from "./browsers.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";
import { mayAdminister, removePolicy, setPolicy } from "./managed-policy.ts";

const DESK = { name: "The desk of the policy", recipient: `age1${"q".repeat(58)}` };
const OPTIONS = "extension/options/index.html";

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
});

afterAll(() => lab?.close());

/** What an administrator sets in these tests, by the harness's own root. */
const policy = async () => ({
  leastAlertLevel: "block",
  leastKeptDays: 90,
  recipients: [DESK],
  ownList: [{ name: "Watched by policy", certificate: await readFile(labFiles(lab.folder).roots.unlisted, "utf8") }],
});

/** What a person sees and can do in the settings under that policy. */
async function expectManaged(browser: LabBrowser): Promise<void> {
  const page = await browser.openExtensionPage(OPTIONS);
  await page.waitFor({ selector: ".policy-notice" });
  await page.waitFor({ selector: ".managed-entries" });
  const notice = await page.evaluate<string>("document.querySelector('.policy-notice').innerText");
  expect(notice).toContain("for at least 90 days");
  const disabled =
    "[...document.querySelectorAll('.alert-levels input')].map(({ checked, disabled }) => [checked, disabled])";
  await expect
    .poll(() => page.evaluate(disabled), WAIT)
    .toEqual([
      [false, true],
      [false, true],
      [true, false],
    ]);
  expect(await page.text()).toContain("Watched by policy");
  expect(await page.evaluate("document.querySelector('.managed-entries button')")).toBeNull();
  expect(await page.evaluate("document.querySelector('.remove-recipient')")).toBeNull();
  expect(await page.evaluate("document.querySelector('input[value=session]').checked")).toBe(true);
  await page.click("input[name=keeping][value=evidence]");
  await page.waitFor({ selector: "input[name=keptDays]" });
  expect(await page.evaluate("document.querySelector('input[name=keptDays]').value")).toBe("90");
  await page.waitFor({ text: "Saved." });
  await page.close();
}

describe("an administrator's policy in firefox", () => {
  let browser: LabBrowser;

  beforeAll(async () => {
    const managed = { ...(await policy()), keeping: "evidence" };
    browser = await launch("firefox", ["public", "unlisted"], { managed, alertLevel: "page" });
  });

  afterAll(() => browser?.close());

  it("is shown as such, with what it cannot set, and nobody can be quieter than it", async () => {
    await expectManaged(browser);
    const page = await browser.openExtensionPage(OPTIONS);
    await page.waitFor({ selector: ".policy-ignored" });
    expect(await page.evaluate("document.querySelector('.policy-ignored li').innerText")).toBe("keeping");
    await page.close();
  });

  /** What the popup says of a site under a root that the policy has watched. */
  async function meetWatched(host: string): Promise<string> {
    lab.intercept({ root: "unlisted" });
    const page = await browser.open(`https://${host}:${lab.port}/`);
    const said = await expectVerdict(browser, page.tabId, "listed");
    await page.close();
    return said;
  }

  it("marks a site that leads to a certificate on it, and says no more than that", async () => {
    expect(await meetWatched("watched.example")).toContain("Watched by policy");
  });

  it("offers its recipients at export by name, marked, and chooses none", async () => {
    await meetWatched("exported.example");
    const page = await browser.openExtensionPage("extension/export/index.html");
    await page.waitFor({ selector: ".recipient-box" });
    expect(await page.text()).toContain("The desk of the policy");
    expect(await page.text()).toContain("Set by your administrator");
    expect(await page.evaluate("document.querySelector('.recipient-box').checked")).toBe(false);
    await page.close();
  });
});

describe.skipIf(!mayAdminister)("an administrator's policy in chromium", () => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch("chromium", ["public", "unlisted"], { alertLevel: "page" });
  });

  afterAll(() => browser?.close());

  it("counts while the browser runs, and counts no more when it is taken back", async () => {
    const level = () =>
      browser.inExtension(`chrome.runtime.sendMessage({ type: "get-alerts" }).then((it) => it.level)`);
    const watched = () =>
      browser.inExtension(`chrome.runtime.sendMessage({ type: "get-own-list" }).then((it) => it.managed.length)`);
    expect([await level(), await watched()]).toEqual(["page", 0]);
    // Chromium looks at such files when they have rested for some seconds.
    const patience = { ...WAIT, timeout: 60_000 };
    const file = await setPolicy(browser, await policy());
    try {
      await expect.poll(level, patience).toBe("block");
      await expect.poll(watched, patience).toBe(1);
      await expectManaged(browser);
    } finally {
      await removePolicy(file);
    }
    await expect.poll(level, patience).toBe("page");
    await expect.poll(watched, patience).toBe(0);
  });
});
