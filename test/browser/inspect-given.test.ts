import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { labFiles } from "../lab/lab-identity.ts";
import { BOTH, type BrowserName, expectVerdict, launch } from "./browsers.ts";
import { fill, giveFiles } from "./form-fields.ts";
import type { LabBrowser, LabPage } from "./harness/lab-browser.ts";

const INSPECT = "extension/inspect/index.html";
const FILES = "input[type=file]";

let lab: Lab;
let pem: string;

beforeAll(async () => {
  const { folder } = inject("labBuild");
  lab = await startLab({ folder });
  pem = await readFile(labFiles(folder).roots.interception, "utf8");
});

afterAll(() => lab?.close());

/** The presses that the popup names, on the error page of each browser, and the text that it then shows. */
const REVEAL: Readonly<Record<BrowserName, (page: LabPage) => Promise<string>>> = {
  async chromium(page) {
    await page.click("#error-code");
    await page.waitFor({ text: "-----END CERTIFICATE-----" });
    return page.text();
  },
  async firefox(page) {
    await pressInCard(page, "#advanced-button");
    await pressInCard(page, "#errorCode");
    await page.waitFor({
      expression: `${CARD}.querySelector("#certificateErrorText")?.textContent.includes("-----END")`,
    });
    // What its button puts on the clipboard.
    return page.evaluate(`${CARD}.querySelector("#certificateErrorText").textContent`);
  },
};

/** Firefox draws its error page inside of one element. */
const CARD = `document.querySelector("net-error-card").shadowRoot`;

async function pressInCard(page: LabPage, selector: string): Promise<void> {
  const element = `${CARD}.querySelector(${JSON.stringify(selector)})`;
  await page.waitFor({ expression: `${element}?.checkVisibility()` }).catch(async (error) => {
    throw new Error(`${(error as Error).message}\n${await page.evaluate(`${CARD}.innerHTML`)}`);
  });
  await page.evaluate(`(${element}.click(), true)`);
}

const POPUP_SAYS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ["press the code NET::ERR_CERT_AUTHORITY_INVALID", "first BEGIN to the last END"],
  firefox: ["press “Advanced”", "Press the error code, SEC_ERROR_UNKNOWN_ISSUER", "“Copy text to clipboard”"],
};

describe.each(BOTH)("Inspect text or file in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public"]);
  });

  afterAll(() => browser?.close());

  const openInspect = async () => {
    const page = await browser.openExtensionPage(INSPECT);
    await page.waitFor({ selector: "button.judge" });
    return page;
  };

  it("judges the very text of the browser's own error page, which the popup says how to get", async () => {
    lab.intercept();
    const page = await browser.open(`https://refused.example:${lab.port}/`);
    await expectVerdict(browser, page.tabId, "refused");
    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ selector: ".reveal summary" });
    await popup.click(".reveal summary");
    for (const words of POPUP_SAYS[name]) expect(await popup.text()).toContain(words);
    expect(await popup.evaluate(`document.querySelector(".reveal a").href`)).toContain(INSPECT);
    expect(await popup.evaluate(`document.querySelector("a.inspect-link").href`)).toContain(INSPECT);
    await popup.close();

    const text = await REVEAL[name](page);
    const inspect = await openInspect();
    const requests = lab.requests.length;
    await fill(inspect, ".given-text", text);
    await fill(inspect, ".given-host", "https://refused.example/path");
    await inspect.click("button.judge");
    await inspect.waitFor({ selector: ".judged" });
    const verdict = await inspect.text();
    expect(verdict).toContain("Someone else can read and change this connection");
    expect(verdict).toContain("Rootwatch Lab");
    expect(verdict).toContain("refused.example");
    expect(verdict).toContain("You gave these certificates");
    expect(lab.requests.length).toBe(requests);
    await inspect.close();
    await page.close();
  });

  it("takes a root by itself for what it is, from text, DER, and a profile", async () => {
    const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
    const profile = `<plist><dict><key>PayloadType</key><string>com.apple.security.root</string>
<key>PayloadContent</key><data>${der.toString("base64")}</data></dict></plist>`;
    for (const bytes of [der, Buffer.from(pem), Buffer.from(profile)]) {
      const page = await openInspect();
      await giveFiles(page, FILES, { given: bytes });
      await page.click("button.judge");
      await page.waitFor({ text: "Used for interception" });
      expect(await page.text()).toContain("A certificate on the list");
      await page.close();
    }
  });

  it("judges what was given last, the text or the file, and names the file until then", async () => {
    const page = await openInspect();
    const named = () => page.evaluate<string>(`document.querySelector(".chosen-files").innerText`);
    expect(await named()).toBe("No file chosen");
    await giveFiles(page, FILES, { "a-root.pem": Buffer.from(pem) });
    await expect.poll(named).toBe("a-root.pem");
    await fill(page, ".given-text", "nothing of the kind");
    await expect.poll(named).toBe("No file chosen");
    expect(await page.evaluate(`document.querySelector("${FILES}").files.length`)).toBe(0);
    await page.click("button.judge");
    await page.waitFor({ text: "No certificate could be read" });
    await giveFiles(page, FILES, { "a-root.pem": Buffer.from(pem) });
    await expect.poll(() => page.evaluate(`document.querySelector(".given-text").value`)).toBe("");
    await page.click("button.judge");
    await page.waitFor({ text: "A certificate on the list" });
    await page.close();
  });

  it("says what cannot be read and where, and judges the rest", async () => {
    const page = await openInspect();
    await page.click("button.judge");
    await page.waitFor({ text: "Choose a file or paste a text first" });
    await fill(page, ".given-text", `${pem}-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n`);
    await page.click("button.judge");
    await page.waitFor({ text: "certificate 2, byte 2, line" });
    expect(await page.text()).toContain("A certificate on the list");
    await fill(page, ".given-text", "\u202Enothing of the kind");
    await page.click("button.judge");
    await page.waitFor({ text: "No certificate could be read" });
    await fill(page, ".given-host", "not a host");
    await page.click("button.judge");
    await page.waitFor({ text: "This is not the name of a site" });
    await page.close();
  });

  it("is offered in the popup of every page", async () => {
    const page = await browser.open("about:blank");
    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ selector: "a.inspect-link" });
    await popup.close();
    await page.close();
  });
});
