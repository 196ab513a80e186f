import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { expectPopup, expectVerdict, inTurn, launch } from "./browsers.ts";
import type { LabBrowser, LabPage } from "./harness/lab-browser.ts";
import { pressInspect } from "./press-inspect.ts";

const OTHERS = ["news.example.com", "shop.example.net", "blog.example.org", "forum.example.edu"];

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
});

afterAll(() => lab?.close());

const address = (host: string) => `https://${host}:${lab.port}/`;

/** Opens a host in the tab and has it inspected where the browser does not show its certificates by itself. */
async function visit(browser: LabBrowser, page: LabPage, host: string): Promise<void> {
  const { refused } = await page.goto(address(host));
  if (browser.name === "chromium" && !refused) await pressInspect(browser, page.tabId);
}

describe.each(inTurn("firefox"))("what the rules make of real connections in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public", "unlisted"]);
  });

  afterAll(() => browser?.close());

  it("one added root before two documented targets and before nothing else looks like interception", async () => {
    const page = await browser.open("about:blank");
    lab.intercept({ root: "unlisted" });
    await visit(browser, page, "www.google.com");
    await expectVerdict(browser, page.tabId, "added-root");
    lab.passThrough();
    for (const host of OTHERS) await visit(browser, page, host);
    await expectVerdict(browser, page.tabId, "nothing-found");
    lab.intercept({ root: "unlisted" });
    await visit(browser, page, "www.facebook.com");
    const text = await expectVerdict(browser, page.tabId, "suspected");
    expect(text).toContain("stands before sites that are known to have been intercepted (here: 2)");
    await page.close();
  });

  it("asks who put an added root there: the answer counts at once, for the key, and can be changed", async () => {
    lab.intercept({ root: "unlisted" });
    const page = await browser.open("about:blank");
    await visit(browser, page, "intranet.example.com");
    await expectVerdict(browser, page.tabId, "added-root");
    const choose = async (label: string) => {
      const popup = await browser.openPopup(page.tabId);
      await popup.waitFor({ text: label });
      await popup.click(`.answer-choice:nth-of-type(${ANSWERS.indexOf(label) + 1}) input`);
      await popup.waitFor({ expression: `document.querySelector(".answer-choice input:checked") !== null` });
      await popup.close();
    };
    await choose("My provider or an authority told me to install it");
    expect(await expectVerdict(browser, page.tabId, "suspected")).toContain("You said that a provider");
    await browser.evictBackground();
    await visit(browser, page, "elsewhere.example.net");
    await expectVerdict(browser, page.tabId, "suspected");
    await choose("My antivirus or another program of mine");
    await expectVerdict(browser, page.tabId, "added-root");
    await page.close();
  });
});

const ANSWERS = [
  "My antivirus or another program of mine",
  "My work or school",
  "My provider or an authority told me to install it",
  "I do not know",
];

describe.each(inTurn("chromium"))("what the rules make of refusals in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public"]);
  });

  afterAll(() => browser?.close());

  it("two targets refused while others open look like interception; one alone is a refusal", async () => {
    const page = await browser.open("about:blank");
    lab.intercept({ root: "unlisted" });
    await page.goto(address("www.google.com"));
    await expectVerdict(browser, page.tabId, "refused");
    lab.passThrough();
    for (const host of OTHERS) await page.goto(address(host));
    lab.intercept({ root: "unlisted" });
    await page.goto(address("vk.com"));
    const text = await expectVerdict(browser, page.tabId, "suspected");
    expect(text).toContain("while other sites on this network opened as usual");
    expect(text).toContain("Nothing was sent");
    await page.close();
  });
});

it("Firefox's own word that certificates are being replaced is passed on calmly", async () => {
  const prefs = {
    "security.pki.mitm_canary_issuer": "CN=Rootwatch Lab Unlisted CA,O=Rootwatch Lab Strangers,C=ZZ",
    "security.pki.mitm_canary_issuer.enabled": true,
  };
  const browser = await launch("firefox", ["public"], { prefs });
  try {
    lab.intercept({ root: "unlisted" });
    const page = await browser.open("about:blank");
    expect((await page.goto(address("www.example.com"))).error).toBe("MOZILLA_PKIX_ERROR_MITM_DETECTED");
    await expectVerdict(browser, page.tabId, "refused");
    await expectPopup(browser, page.tabId, "may be able to read and change everything");
  } finally {
    await browser.close();
  }
});

it("the marks of the box of 2019 are recognised on a target that this Firefox met before", async () => {
  const browser = await launch("firefox", ["public", "unlisted"]);
  try {
    lab.passThrough();
    const page = await browser.open(address("www.youtube.com"));
    await expectVerdict(browser, page.tabId, "nothing-found");
    lab.intercept({ root: "unlisted", copyGenuine: true });
    await browser.evictBackground();
    await page.goto(address("www.youtube.com"));
    const text = await expectVerdict(browser, page.tabId, "suspected");
    expect(text).toContain("marks that the interception equipment of 2019 in Kazakhstan left");
    expect(text).toContain("This site had a usual public certificate before");
  } finally {
    await browser.close();
  }
});
