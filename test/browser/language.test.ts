import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { inTurn, launch, WAIT } from "./browsers.ts";
import { choose } from "./form-fields.ts";
import type { ExtensionPage, LabBrowser, Language } from "./harness/lab-browser.ts";

/** What the popup shows of the listed authority: its name and who runs it in the card, and its name in the first reason. */
const SHOWN = `[".authority-name bdi", ".authority dd:last-child bdi", ".finding bdi:last-of-type"].map((place) => {
  const element = document.querySelector(place);
  return { text: element.textContent, lang: element.closest("[lang]").lang };
})`;

const ENGLISH = { text: "Rootwatch Lab", lang: "en" };
const RUSSIAN = { text: "Лаборатория Rootwatch", lang: "ru" };

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
  // Chromium shows the leaf alone, and must find the listed key that signed it.
  lab.intercept({ intermediate: false });
});

afterAll(() => lab?.close());

const LANGUAGES = [
  ["en", ENGLISH],
  ["ru", RUSSIAN],
  ["kk", RUSSIAN],
] as const;

describe.each(
  inTurn("firefox").flatMap((name) => LANGUAGES.map(([language, expected]) => [name, language, expected] as const)),
)("%s in %s", (name, language: Language, expected) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public", "interception"], { language, features: ["WebRequestSecurityInfo"] });
  });

  afterAll(() => browser?.close());

  it("names the authority in the language that the person reads", async () => {
    const page = await browser.open(`https://language.example:${lab.port}/`);
    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ selector: ".authority" });
    expect(await popup.evaluate("document.documentElement.lang")).toBe(language);
    expect(await popup.evaluate(SHOWN)).toEqual([expected, expected, expected]);
    await popup.close();
    await page.close();
  });
});

describe.each(inTurn("chromium"))("%s in English", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public", "interception"], { features: ["WebRequestSecurityInfo"] });
  });

  afterAll(() => browser?.close());

  it("speaks the language and has the colours that the person chose, on pages and on the icon", async () => {
    const options = await browser.openExtensionPage("extension/options/index.html");
    await options.waitFor({ selector: "select[name=language]" });
    await choose(options, "select[name=theme]", "dark");
    await showsAgain(options, "document.querySelector('[data-theme=dark] select[name=language]') !== null");
    await choose(options, "select[name=language]", "ru");
    await showsAgain(options, "document.body.innerText.includes('Язык и цвета')");
    const page = await browser.open(`https://language.example:${lab.port}/`);
    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ selector: ".authority" });
    expect(await popup.evaluate(SHOWN)).toEqual([RUSSIAN, RUSSIAN, RUSSIAN]);
    expect(await popup.evaluate("getComputedStyle(document.documentElement).colorScheme")).toBe("dark");
    const title = `chrome.action.getTitle({ tabId: ${page.tabId} })`;
    await expect.poll(() => browser.inExtension(title), WAIT).toMatch(/[а-я]/);
  });
});

/** Waits for what a page shows after it has loaded itself again; while it does, it cannot be asked. */
const showsAgain = (page: ExtensionPage, expression: string) =>
  expect.poll(() => page.evaluate(expression).catch(() => false), WAIT).toBe(true);
