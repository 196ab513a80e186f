import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { expectVerdict, inTurn, launch, WAIT } from "./browsers.ts";
import { DATABASES } from "./databases.ts";
import { fill } from "./form-fields.ts";
import type { LabBrowser, LabPage } from "./harness/lab-browser.ts";
import { pressInspect } from "./press-inspect.ts";
import { hostsIn, storedRecords } from "./stored-records.ts";

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
  lab.intercept();
});

afterAll(() => lab?.close());

describe.each(inTurn("chromium"))("the journal in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public", "interception"], { privateWindows: true });
  });

  afterAll(() => browser?.close());

  const stored = () => storedRecords(browser);
  const hosts = async () => hostsIn(await stored());

  async function open(host: string, options?: { readonly private: boolean }): Promise<LabPage> {
    const page = await browser.open(`https://${host}:${lab.port}/`, options);
    if (name === "chromium" && !options?.private) await pressInspect(browser, page.tabId);
    return page;
  }

  it("has what was intercepted, until it is told to keep it; then deletes it", async () => {
    const page = await open("first.example");
    await expectVerdict(browser, page.tabId, "intercepted");
    await expect.poll(hosts, WAIT).toEqual(["first.example"]);
    const [before] = await stored();

    const options = await browser.openExtensionPage("extension/options/index.html");
    await options.waitFor({ selector: ".keep-session" });
    await options.click(".keep-session");
    await options.waitFor({ text: "Kept on the disk." });
    await options.waitFor({ text: "Records on the disk: 1; in the browser's memory: 0" });
    expect((await stored())[0]?.line).toBe(before?.line);

    await options.click("input[value=evidence]");
    await options.waitFor({ selector: "input[name=keptDays]" });
    const other = await open("second.example");
    await expect.poll(hosts, WAIT).toEqual(["first.example", "second.example"]);
    await options.click(".seal-journal");
    await options.waitFor({ selector: ".seal code" });
    expect(await options.evaluate("document.querySelector('.seal code').innerText")).toMatch(/^[0-9a-f]{64}$/);

    await options.click(".wipe-journal");
    await options.click(".confirm-wipe");
    await options.waitFor({ text: "Deleted." });
    expect(await stored()).toEqual([]);
    expect(await browser.inExtension(DATABASES)).toEqual([]);
    expect(await browser.inExtension("chrome.storage.local.get().then(JSON.stringify)")).not.toContain("journal");

    await open("third.example").then((third) => third.close());
    await expect.poll(hosts, WAIT).toEqual(["third.example"]);
    expect((await stored()).map(({ seq }) => seq)).toEqual([1]);
    await Promise.all([page, other, options].map((each) => each.close()));
  });

  it("shows on its page what was found, one record with its chain, and nothing once it is wiped", async () => {
    const rows = `[...document.querySelectorAll("table.records .subject")].map((row) => row.textContent)`;
    const shown = () => journal.evaluate<string[]>(rows);
    const pages = [await open("one.example"), await open("other.example")];
    await expect.poll(hosts, WAIT).toEqual(expect.arrayContaining(["one.example", "other.example"]));
    const journal = await browser.openExtensionPage("extension/journal/index.html");
    await journal.waitFor({ selector: "table.records" });
    expect(await shown()).toEqual((await hosts()).toReversed());

    await fill(journal, "input[name=text]", "OTHER");
    await expect.poll(shown, WAIT).toEqual(["other.example"]);
    expect(await journal.evaluate(`document.querySelector(".export-listed").hash`)).toMatch(/^#records=\d+$/);
    await journal.click("button.show-all");
    await journal.click("button.sort[name=site]");
    await expect.poll(shown, WAIT).toEqual((await hosts()).toSorted());
    const [day] = await journal.evaluate<string[]>(
      `[...document.querySelectorAll("button.day")].map(({ textContent }) => textContent)`,
    );
    expect(day).toContain(`Someone else can read and change this connection: ${(await hosts()).length}`);
    await journal.click("button.day");
    await journal.waitFor({ selector: "button.day[aria-pressed=true]" });

    await journal.click("table.records tr:last-child .subject a");
    await journal.waitFor({ selector: ".chain-step" });
    expect(await journal.text()).toContain("Rootwatch Lab Interception");
    expect(await journal.text()).toContain("Record ");
    expect(await journal.text()).toMatch(/first seen on: \w+\u00A0\d+, \d{4}/);
    expect(await journal.text()).toMatch(/, list of \w+\u00A0\d+, \d{4}, /);
    await journal.click(".certificate-more summary");
    await expect.poll(() => journal.text(), WAIT).toMatch(/Valid from\s+\w+\u00A0\d+, \d{4}/);
    await journal.click("a.back");
    await journal.waitFor({ selector: "table.records" });
    expect(await journal.evaluate(`document.activeElement.closest("table.records") !== null`)).toBe(true);

    await journal.click(".wipe-journal");
    await journal.click(".confirm-wipe");
    await journal.waitFor({ text: "Nothing has been recorded." });
    expect(await stored()).toEqual([]);
    await Promise.all([...pages, journal].map((each) => each.close()));
  });

  it("has nothing of a private window", async () => {
    const before = await stored();
    const page = await open("hidden.example", { private: true });
    // A further tab would open in the window that is in front.
    await page.close();
    const ordinary = await open("shown.example");
    await expect.poll(hosts, WAIT).toContain("shown.example");
    expect(await hosts()).not.toContain("hidden.example");
    expect(await stored()).toHaveLength(before.length + 1);
    await ordinary.close();
  });
});
