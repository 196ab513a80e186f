import { readdir, readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { labFiles } from "../lab/lab-identity.ts";
import { BOTH, launch, popupText } from "./browsers.ts";
import type { ExtensionPage, LabBrowser, LabPage } from "./harness/lab-browser.ts";
import { hostsIn, storedRecords } from "./stored-records.ts";

const OFFERED = "extension/offered/index.html";
const WAIT = { timeout: 10_000, interval: 50 };

let lab: Lab;
let der: Buffer;

beforeAll(async () => {
  const { folder } = inject("labBuild");
  lab = await startLab({ folder });
  const pem = await readFile(labFiles(folder).roots.interception, "utf8");
  der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
  const offer = (type: string, body: string | Buffer) => ({ status: 200, type, body });
  lab.serve("/root", offer("application/x-x509-ca-cert", der));
  lab.serve("/root.crt", offer("application/octet-stream", pem));
  lab.serve("/to-root", { status: 302, type: "text/plain", body: "", headers: { location: "/root" } });
  lab.serve("/profile", offer("application/x-apple-aspen-config", profile(der)));
  lab.serve("/about.crt", offer("text/html; charset=utf-8", "<!doctype html><title>x</title><h1>About a file</h1>"));
  lab.serve("/framing", offer("text/html", `<!doctype html><title>x</title><iframe src="/root"></iframe>`));
  lab.serve(
    "/form",
    offer(
      "text/html",
      `<!doctype html><title>x</title><form method="post" action="/root"><button>Send</button></form>`,
    ),
  );
});

afterAll(() => lab?.close());

function profile(der: Buffer): string {
  return `<?xml version="1.0"?><plist version="1.0"><dict><key>PayloadContent</key><array><dict>
<key>PayloadContent</key><data>${der.toString("base64")}</data>
<key>PayloadType</key><string>com.apple.security.root</string></dict></array></dict></plist>`;
}

/** The plain site, where a provider's root is mostly offered, and no certificate of the site's own comes into it. */
const plain = (path: string) => `http://provider.example:${lab.httpPort}${path}`;

describe.each(BOTH)("a certificate that is offered, in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public"]);
  });

  afterAll(() => browser?.close());

  /** Goes to an address that offers a certificate and gives our page about it. */
  const meet = async (path: string): Promise<ExtensionPage> => {
    const page = await browser.open(plain("/"));
    await page.evaluate(`(location.href = ${JSON.stringify(plain(path))}, true)`);
    const offered = await browser.findExtensionPage(OFFERED);
    await offered.waitFor({ selector: ".leave" });
    return offered;
  };

  it.each([
    ["by its type", "/root"],
    ["by its ending, where the type says nothing", "/root.crt"],
    ["after a redirect", "/to-root"],
    ["in a configuration profile", "/profile"],
  ])("is noticed %s, and named on the press without a cookie", async (_, path) => {
    const offered = await meet(path);
    expect(await offered.text()).toContain("provider.example sent a file that holds a certificate");
    const before = lab.requests.length;
    await offered.click("button.read");
    await offered.waitFor({ selector: ".judged" });
    const text = await offered.text();
    expect(text).toContain("Rootwatch Lab Interception Root");
    expect(text).toContain("Used for interception");
    expect(text).toContain("A site sent this file");
    expect(text).not.toContain("may use such a certificate on purpose");
    expect(text).toContain("Rootwatch Lab");
    expect(text).toMatch(/SHA-256/);
    const href = await offered.evaluate<string>(`document.querySelector(".judged .authority a").href`);
    expect(href).toContain("extension/dossier/index.html#lab-interception");
    const asked = lab.requests.slice(before);
    expect(asked).toHaveLength(1);
    expect([asked[0]?.headers.cookie, asked[0]?.headers.referer, asked[0]?.headers.origin]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    await offered.close();
  });

  it("is not spoken of by a page that nothing was offered to", async () => {
    const page = await browser.openExtensionPage(OFFERED);
    await page.waitFor({ text: "Rootwatch knows of no certificate that was offered here" });
    expect(await page.text()).not.toContain("A site offers you a certificate");
    await page.close();
  });

  it("is kept in the journal, first as it was offered and then as it was read", async () => {
    const offers = async () => (await storedRecords(browser)).filter(({ line }) => line.includes('"kind":"offer"'));
    // A page does not wait for the journal.
    await expect.poll(async () => (await offers()).length, WAIT).toBeGreaterThan(1);
    const kept = await offers();
    expect(hostsIn(kept)).toContain("provider.example");
    expect(kept[0]?.disclosures.join()).toContain('"offered",[]');
    expect(kept[1]?.disclosures.join()).toContain("lab-interception");
  });

  it("that cannot be had again is said to be so, and how to read the saved file", async () => {
    const offered = await meet("/root");
    lab.serve("/root", { status: 403, type: "text/plain", body: "Once only.\n" });
    await offered.click("button.read");
    await offered.waitFor({ text: "could not be read again" });
    expect(await offered.evaluate<string>(`document.querySelector(".inspect-link a").href`)).toContain(
      "extension/inspect/index.html",
    );
    await offered.close();
    lab.serve("/root", { status: 200, type: "application/x-x509-ca-cert", body: der });
  });

  it("is not looked for elsewhere when the address leads there now", async () => {
    const offered = await meet("/root");
    lab.serve("/root", { status: 302, type: "text/plain", body: "", headers: { location: "/root.crt" } });
    const before = lab.requests.length;
    await offered.click("button.read");
    await offered.waitFor({ text: "could not be read again" });
    expect(lab.requests.slice(before).map(({ path }) => path)).toEqual(["/root"]);
    await offered.close();
    lab.serve("/root", { status: 200, type: "application/x-x509-ca-cert", body: der });
  });

  it("is not seen in pages of other content, nor where an error is answered", async () => {
    lab.serve("/missing.crt", { status: 404, type: "text/plain", body: "Nothing is here.\n" });
    const page = await browser.open(plain("/about.crt"));
    expect(await page.text()).toContain("About a file");
    await page.goto(plain("/missing.crt"));
    expect(await page.text()).toContain("Nothing is here.");
    await page.goto(plain("/"));
    expect(await page.text()).toContain("provider.example");
    expect(await popupText(browser, page.tabId)).not.toContain("offers you a certificate");
    await page.close();
  });

  it("is told by the icon where a frame offers it, and the page around stays", async () => {
    const tabs = await browser.tabCount();
    const page = await browser.open(plain("/framing"));
    const title = `chrome.action.getTitle({ tabId: ${page.tabId} })`;
    await expect.poll(() => browser.inExtension<string>(title), WAIT).toContain("a certificate is offered here");
    expect(await page.url()).toBe(plain("/framing"));
    expect(await browser.tabCount()).toBe(tabs + 1);
    await page.close();
  });

  it("opens no page of ours beside one that is open", async () => {
    const offered = await meet("/root");
    const tabs = await browser.tabCount();
    const page = await browser.open(plain("/"));
    await page.evaluate(`(location.href = ${JSON.stringify(plain("/root"))}, true)`);
    const title = `chrome.action.getTitle({ tabId: ${page.tabId} })`;
    await expect.poll(() => browser.inExtension<string>(title), WAIT).toContain("a certificate is offered here");
    expect(await browser.tabCount()).toBe(tabs + 1);
    await page.close();
    await offered.close();
  });

  it("is noticed where the page itself holds it, and said to be read from the saved file", async () => {
    const page = await browser.open(plain("/"));
    const address = `data:application/x-x509-ca-cert;base64,${der.toString("base64")}`;
    await page.evaluate(`(location.href = ${JSON.stringify(address)}, true)`);
    const offered = await browser.findExtensionPage(OFFERED);
    await offered.waitFor({ text: "provider.example sent a file that holds a certificate" });
    expect(await offered.text()).toContain("The page itself held it");
    expect(await offered.evaluate(`document.querySelector("button.read")`)).toBeNull();
    expect(await offered.evaluate<string>(`document.querySelector(".inspect-link a").href`)).toContain(
      "extension/inspect/index.html",
    );
    await offered.close();
    await page.close();
  });

  it("is told in the popup until the tab shows another page", async () => {
    const page = await browser.open(plain("/"));
    await page.evaluate(`(location.href = ${JSON.stringify(plain("/root"))}, true)`);
    await expect
      .poll(() => popupText(browser, page.tabId), WAIT)
      .toContain("provider.example offers you a certificate");
    const title = `chrome.action.getTitle({ tabId: ${page.tabId} })`;
    expect(await browser.inExtension<string>(title)).toContain("a certificate is offered here");
    await page.goto(plain("/about.crt"));
    await expect.poll(() => popupText(browser, page.tabId), WAIT).not.toContain("offers you a certificate");
    await page.close();
  });
});

describe("a certificate that Firefox is kept from taking", () => {
  let browser: LabBrowser;
  let page: LabPage;

  beforeAll(async () => {
    browser = await launch("firefox", ["public"]);
  });

  afterAll(() => browser?.close());

  beforeEach(async () => {
    page = await browser.open(plain("/"));
  });

  afterEach(() => page.close());

  /** Goes to an address and waits until our page is in its place. */
  const meetHere = async (path: string) => {
    await page.goto(plain(path));
    await page.waitFor({ selector: ".leave" });
  };

  /** How many certificates Firefox has taken so far. */
  const taken = async () => (await readdir(browser.downloads)).filter((file) => !file.endsWith(".part")).length;

  it("reaches it once when the person continues, and is held again the next time", async () => {
    await meetHere("/root");
    expect(await page.url()).toContain(OFFERED);
    expect(await taken()).toBe(0);
    await page.click("button.continue");
    await expect.poll(taken, WAIT).toBe(1);
    await meetHere("/root");
    await meetHere("/to-root");
    expect(await taken()).toBe(1);
  });

  it("never reaches it when the person goes back, who finds the page as it was", async () => {
    const before = await taken();
    await meetHere("/root");
    await page.click("button.leave");
    await expect.poll(() => page.url(), WAIT).toBe(plain("/"));
    expect(await taken()).toBe(before);
  });

  it("is let through alone: another address in the same tab is held, also after the background was evicted", async () => {
    const before = await taken();
    await meetHere("/root");
    await browser.evictBackground();
    await page.click("button.continue");
    await expect.poll(taken, WAIT).toBe(before + 1);
    await meetHere("/root.crt");
    expect(await taken()).toBe(before + 1);
  });

  it("reaches it as the answer to a form when the person sends that again, and nothing is sent in their place", async () => {
    const before = await taken();
    await page.goto(plain("/form"));
    const requests = lab.requests.length;
    await page.click("button");
    await page.waitFor({ selector: ".leave" });
    expect(await page.text()).toContain("the answer to a form");
    expect(await page.evaluate(`document.querySelector("button.read")`)).toBeNull();
    await page.click("button.continue");
    await page.waitFor({ selector: "form" });
    const sent = () => lab.requests.slice(requests).filter(({ method }) => method === "POST").length;
    expect(sent()).toBe(1);
    expect(await taken()).toBe(before);
    await page.click("button");
    await expect.poll(taken, WAIT).toBe(before + 1);
    expect(sent()).toBe(2);
  });
});

describe("a private window of Chromium, which can show no page of an extension", () => {
  it("says in the popup that a certificate is offered, and opens nothing", async () => {
    const browser = await launch("chromium", ["public"], { privateWindows: true });
    try {
      const popup = await browser.open("about:blank");
      const page = await browser.open(plain("/"), { private: true });
      const tabs = await browser.tabCount();
      await page.evaluate(`(location.href = ${JSON.stringify(plain("/root"))}, true)`);
      const title = `chrome.action.getTitle({ tabId: ${page.tabId} })`;
      await expect.poll(() => browser.inExtension<string>(title), WAIT).toContain("a certificate is offered here");
      // A tab for the popup would open in the private window.
      const address = `chrome.runtime.getURL("extension/popup/index.html?tabId=${page.tabId}")`;
      await popup.goto(await browser.inExtension<string>(address));
      await popup.waitFor({ text: "From a private window" });
      expect(await popup.text()).toContain("provider.example offers you a certificate");
      expect(await browser.tabCount()).toBe(tabs);
    } finally {
      await browser.close();
    }
  });
});
