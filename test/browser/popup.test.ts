import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { expectVerdict, inTurn, launch, WAIT } from "./browsers.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
});

afterAll(() => lab?.close());

const site = (host: string) => `https://${host}:${lab.port}/`;
/** Chromium shows the leaf alone, and must find the listed key that signed it. */
const intercept = () => lab.intercept({ intermediate: false });

describe.each(inTurn("chromium"))("the popup in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public", "interception"], { features: ["WebRequestSecurityInfo"] });
  });

  afterAll(() => browser?.close());

  it("says in order what to do, keeps the record on one press, and opens a certificate to all it says", async () => {
    intercept();
    const page = await browser.open(site("steps.example"));
    await expectVerdict(browser, page.tabId, "intercepted");
    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ selector: ".keep-session" });
    const steps = `[...document.querySelectorAll(".next-steps > li > p:first-child")].map((step) => step.innerText)`;
    expect(await popup.evaluate(steps)).toEqual([
      expect.stringContaining("Type nothing here"),
      expect.stringContaining("from another device on another connection"),
      expect.stringContaining("Keep the record"),
      expect.stringContaining("remove the certificate"),
      expect.stringContaining("ask its administrator"),
      expect.stringContaining("mobile"),
      expect.stringContaining("Do not ask for help"),
    ]);
    await popup.click(".keep-session");
    await popup.waitFor({ expression: `document.querySelector(".session-kept").innerText !== ""` });

    await popup.click(".certificate-more > summary");
    await popup.click(".whole-certificate > summary");
    await popup.waitFor({ selector: ".extensions" });
    const whole = await popup.evaluate<string>(`document.querySelector(".whole-certificate").innerText`);
    for (const part of ["steps.example", "subjectAltName", "Copy as PEM"]) expect(whole).toContain(part);
    await popup.close();
    await page.close();
  });

  it("speaks of the tab in front and of the page that it shows, and never of one that was left", async () => {
    intercept();
    const left = await browser.open(site("left.example"));
    await expectVerdict(browser, left.tabId, "intercepted");
    lab.passThrough();
    const front = await browser.open(site("front.example"));
    await expectVerdict(browser, front.tabId, "nothing-found");
    const popup = await browser.openExtensionPage("extension/popup/index.html");
    const bringUp = (tabId: number) =>
      browser.inExtension(`chrome.tabs.update(${tabId}, { active: true }).then(() => true)`);
    const shows = (host: string) => expect.poll(() => popup.text(), WAIT).toContain(host);

    await bringUp(left.tabId);
    await shows("left.example");
    await bringUp(front.tabId);
    await shows("front.example");
    expect(await popup.text()).not.toContain("left.example");

    // An answer about the tab that was left comes late.
    await popup.evaluate(`(() => {
      const { runtime } = globalThis.browser ?? chrome;
      const send = runtime.sendMessage.bind(runtime);
      runtime.sendMessage = (message) => message.tabId === ${left.tabId}
        ? new Promise((resolve) => { globalThis.answer = () => send(message).then(resolve); })
        : send(message);
      return true;
    })()`);
    await bringUp(left.tabId);
    await popup.waitFor({ expression: "globalThis.answer !== undefined" });
    expect(await popup.text()).not.toContain("front.example");
    await bringUp(front.tabId);
    await shows("front.example");
    await popup.evaluate("globalThis.answer().then(() => new Promise((turn) => setTimeout(turn))).then(() => true)");
    expect(await popup.text()).not.toContain("left.example");

    intercept();
    await front.goto(site("next.example"));
    await shows("next.example");
    expect(await popup.text()).not.toContain("front.example");
    for (const page of [popup, left, front]) await page.close();
  });
});
