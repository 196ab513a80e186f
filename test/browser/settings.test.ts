import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTurn, launch, WAIT } from "./browsers.ts";
import { fill } from "./form-fields.ts";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";

describe.each(inTurn("chromium"))("the page with the settings in %s", (name) => {
  let browser: LabBrowser;
  let page: ExtensionPage;

  beforeAll(async () => {
    browser = await launch(name, []);
    page = await browser.openExtensionPage("extension/options/index.html");
    await page.waitFor({ selector: "input[name=memory]" });
  });

  afterAll(() => browser?.close());

  it("has a list of contents that leads to every part, each under its own heading", async () => {
    const parts = await page.evaluate<readonly (readonly [string, string])[]>(
      `[...document.querySelectorAll(".contents a")].map((link) =>
        [link.innerText, document.querySelector(link.getAttribute("href") + " > h2").innerText])`,
    );
    expect(parts.map(([link]) => link)).toEqual(parts.map(([, heading]) => heading));
    expect(await page.evaluate("document.querySelectorAll('main > section.section').length")).toBe(parts.length);
  });

  it("says of a change that it was saved, and of the next one anew", async () => {
    await page.evaluate(`(() => {
      const place = document.querySelector(".saved");
      window.said = [place.textContent];
      const note = () => place.textContent !== said.at(-1) && said.push(place.textContent);
      new MutationObserver(note).observe(place, { childList: true, characterData: true, subtree: true });
      return 1;
    })()`);
    for (const [isOn, said] of [
      [false, ["", "Saved."]],
      [true, ["", "Saved.", "", "Saved."]],
    ] as const) {
      await page.click("input[name=memory]");
      await expect.poll(() => page.evaluate("window.said"), WAIT).toEqual(said);
      const stored = "chrome.storage.local.get('settings').then(({ settings }) => settings.memory)";
      expect(await browser.inExtension(stored)).toBe(isOn);
    }
  });

  it("says of a number that cannot be what can, and keeps the one before", async () => {
    await page.click("input[name=keeping][value=evidence]");
    await page.waitFor({ selector: "input[name=keptDays]" });
    await fill(page, "input[name=keptDays]", "0");
    await page.evaluate(
      `document.querySelector("input[name=keptDays]").dispatchEvent(new Event("change", { bubbles: true }))`,
    );
    await page.waitFor({ text: "Not saved: a whole number from 1 to 3650 is wanted." });
    const stored = "chrome.storage.local.get('settings').then(({ settings }) => settings.keptDays ?? null)";
    expect(await browser.inExtension(stored)).toBeNull();
  });

  it("shows a change that another page makes", async () => {
    const add = { type: "watch-host", host: "other-page.example", isWatched: true };
    await browser.inExtension(`chrome.runtime.sendMessage(${JSON.stringify(add)})`);
    await page.waitFor({ text: "Remove other-page.example" });
  });

  it("keeps the keyboard in its part when what was pressed goes", async () => {
    await page.click(".watched-hosts button");
    await page.waitFor({ text: "You have chosen no site yet." });
    await expect.poll(() => page.evaluate("document.activeElement.id"), WAIT).toBe("watching");
  });

  it("says when a change was not saved, and shows what still counts", async () => {
    // As when the background does not start.
    await page.evaluate(`(chrome.runtime.sendMessage = () => Promise.reject(new Error("no background")), 1)`);
    await page.click("input[name=watch-for-me]");
    await page.waitFor({ text: "Not saved: the browser could not store it" });
    expect(await page.evaluate(`document.querySelector("input[name=watch-for-me]").checked`)).toBe(false);
  });
});
