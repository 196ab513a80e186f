import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { BOTH, launch } from "./browsers.ts";
import type { LabBrowser, LabPage } from "./harness/lab-browser.ts";

/** A button that goes elsewhere when the press begins, as on a page that reads more just then. */
const RUNNING = `<button style="position: fixed" onpointerdown="this.style.top = '300px'">Go</button>`;

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
  lab.passThrough();
});

afterAll(() => lab?.close());

describe.each(BOTH)("a press of these tests in %s", (name) => {
  let browser: LabBrowser;
  let page: LabPage;

  beforeAll(async () => {
    browser = await launch(name, ["public"]);
    page = await browser.open(`https://pressed.example:${lab.port}/`);
  });

  afterAll(() => browser?.close());

  const show = (markup: string) => page.evaluate(`(document.body.innerHTML = ${JSON.stringify(markup)}, true)`);

  it("says so when it misses what moved", async () => {
    await show(RUNNING);
    await expect(page.click("button")).rejects.toThrow("the press on button hit");
  });

  it("is content with an element inside what it presses, with what the press changes, and with leaving the page", async () => {
    await show(`<button onclick="this.textContent = 'Gone'"><b>Go</b></button>`);
    await page.click("button");
    expect(await page.text()).toBe("Gone");
    await show(`<input type="checkbox" checked><input type="checkbox" checked>`);
    await page.click(":checked");
    expect(await page.evaluate("document.querySelectorAll(':checked').length")).toBe(1);
    await show(`<a href="/elsewhere">Go</a>`);
    await page.click("a");
    await page.waitFor({ expression: `location.pathname === "/elsewhere"` });
  });
});
