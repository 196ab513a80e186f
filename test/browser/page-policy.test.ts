import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { BOTH, launch } from "./browsers.ts";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";

/** What a page does not do, and what got into it might: become code, tell somebody, or show another site. */
const MARKUP = `(() => {
  try {
    document.createElement("p").innerHTML = "<b>hostile</b>";
    return "made";
  } catch (error) {
    return error.name;
  }
})()`;
// In a turn of its own: what a debugger evaluates may make code of text.
const EVALUATION = `new Promise((done) => {
  setTimeout(() => {
    try {
      done(new Function("return 'run'")());
    } catch (error) {
      done(error.name);
    }
  });
})`;
const POLICY = `(() => {
  try {
    return trustedTypes.createPolicy("hostile", {}).name;
  } catch (error) {
    return error.name;
  }
})()`;

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
});

afterAll(() => lab?.close());

describe.each(BOTH)("a page of the extension in %s", (name) => {
  let browser: LabBrowser;
  let page: ExtensionPage;

  beforeAll(async () => {
    browser = await launch(name, ["public"]);
    page = await browser.openExtensionPage("extension/verify/index.html");
    await page.waitFor({ selector: "h1" });
  });

  afterAll(() => browser?.close());

  it("makes neither markup nor code of text", async () => {
    expect(await page.evaluate(MARKUP)).toBe("TypeError");
    expect(await page.evaluate(POLICY)).toBe("TypeError");
    expect(await page.evaluate(EVALUATION)).toBe("EvalError");
  });

  it("reaches files of its own and no site, in no way", async () => {
    const site = `https://outside.example:${lab.port}`;
    const before = lab.requests.length;
    const reached = await page.evaluate(`(async () => {
      const fetched = (url) => fetch(url, { mode: "no-cors" }).then(() => true, () => false);
      const image = (src) => new Promise((done) => {
        const made = Object.assign(new Image(), { onload: () => done(true), onerror: () => done(false), src });
      });
      const frame = document.body.appendChild(document.createElement("iframe"));
      frame.src = "${site}/frame";
      return {
        own: await fetched("/_locales/en/messages.json"),
        other: await fetched("${site}/fetch"),
        beacon: navigator.sendBeacon("${site}/beacon") && false,
        image: await image("${site}/image.png"),
      };
    })()`);
    expect(reached).toEqual({ own: true, other: false, beacon: false, image: false });
    expect(lab.requests.slice(before)).toEqual([]);
  });
});
