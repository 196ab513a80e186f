import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { badgeOf, expectVerdict, inTurn, launch, onlyFirefox, WAIT } from "./browsers.ts";
import { setAlertLevel } from "./change-settings.ts";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";

const HEADLINE = "Someone else can read and change this connection";

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
});

afterAll(() => lab?.close());

const site = (host: string, path = "/") => `https://${host}:${lab.port}${path}`;
/** Chromium shows the leaf alone, and must find the listed key that signed it. */
const intercept = () => lab.intercept({ intermediate: false });

describe.each(inTurn("chromium"))("alerts in %s", (name) => {
  let browser: LabBrowser;
  let since: number;

  beforeAll(async () => {
    since = lab.requests.length;
    browser = await launch(name, ["public", "interception"], {
      features: ["WebRequestSecurityInfo"],
      privateWindows: true,
      alertLevel: "page",
    });
  });

  beforeEach(() => setAlertLevel(browser, "page"));

  afterAll(() => browser?.close());

  /** Sends a tab to an address as the address bar does, without waiting for the page that may be replaced on the way. */
  async function go(page: ExtensionPage, url: string): Promise<void> {
    await browser.inExtension(`chrome.tabs.update(${page.tabId}, { url: ${JSON.stringify(url)} }).then(() => true)`);
  }

  /** A page that has the tab's history to itself, on a genuine site. */
  async function openGenuine(host: string) {
    lab.passThrough();
    return browser.open(site(host));
  }

  /** What a tab shows; in the middle of a navigation nothing can be said. */
  const shown = (page: ExtensionPage) => page.text().catch(() => "");

  async function expectWarning(page: ExtensionPage, host: string): Promise<string> {
    await expect.poll(() => shown(page), WAIT).toMatch(new RegExp(`^\\s*${host}[^]*Leave this site`));
    return shown(page);
  }

  async function goOn(page: ExtensionPage): Promise<void> {
    await page.click(".go-on");
    await page.waitFor({ selector: ".go-on-sure" });
    await page.click(".go-on-sure");
  }

  /** As if the browser had just been started. */
  async function forgetAlerts(): Promise<void> {
    await browser.inExtension("chrome.storage.session.remove('alerts').then(() => true)");
    await browser.evictBackground();
  }

  const requestsTo = (host: string) => lab.requests.slice(since).filter((request) => request.host === host);

  it("a warning takes the place of an intercepted page until the user goes on, which takes two presses", async () => {
    const page = await openGenuine("before.example");
    intercept();
    await go(page, site("secret-name.example", "/?query"));
    const warning = await expectWarning(page, "secret-name.example");
    for (const part of [
      HEADLINE,
      "Under whose key",
      "Rootwatch Lab",
      "Certain",
      "cookie",
      "from another device on another connection",
    ]) {
      expect(warning).toContain(part);
    }
    expect(await page.url()).not.toContain("secret-name");
    expect(await page.evaluate("document.title")).not.toContain("secret-name");
    expect(await expectVerdict(browser, page.tabId, "intercepted")).toContain("secret-name.example");

    // A browser short of memory asks for the page before again, which must not be intercepted too.
    lab.passThrough();
    await page.click(".leave");
    await expect.poll(() => page.url(), WAIT).toBe(site("before.example"));

    intercept();
    await go(page, site("secret-name.example", "/?query"));
    await expectWarning(page, "secret-name.example");
    await page.click(".go-on");
    await page.waitFor({ text: "read and changed by whoever holds that key" });
    const asked = requestsTo("secret-name.example").length;
    await page.click(".go-on-sure");
    await expect.poll(() => page.url(), WAIT).toBe(site("secret-name.example", "/?query"));
    await page.waitFor({ selector: "h1" });
    expect(requestsTo("secret-name.example").slice(asked)).toMatchObject([{ method: "GET", path: "/?query" }]);
    await expectVerdict(browser, page.tabId, "intercepted");

    await browser.evictBackground();
    await page.goto(site("secret-name.example", "/"));
    await expectVerdict(browser, page.tabId, "intercepted");
    expect(await page.url()).toBe(site("secret-name.example", "/"));

    await go(page, site("other.example"));
    await expectWarning(page, "other.example");
    await page.close();
  });

  it("the level decides: with the badge alone the page stays", async () => {
    await setAlertLevel(browser, "badge");
    intercept();
    const page = await browser.open(site("badge-only.example"));
    await expectVerdict(browser, page.tabId, "intercepted");
    expect(await page.url()).toBe(site("badge-only.example"));
    await page.close();
  });

  it("a page that a form was sent to is not replaced, nor one that only loads from an intercepted host", async () => {
    const page = await openGenuine("form.example");
    intercept();
    const submit = `(() => {
      const form = Object.assign(document.createElement("form"), { method: "POST", action: "${site("post.example")}" });
      document.body.append(form);
      form.submit();
      return true;
    })()`;
    await page.evaluate(submit);
    await expectVerdict(browser, page.tabId, "intercepted");
    expect(await page.url()).toBe(site("post.example"));
    expect(requestsTo("post.example")).toMatchObject([{ method: "POST" }]);
    await page.close();

    const other = await openGenuine("clean.example");
    await expectVerdict(browser, other.tabId, "nothing-found");
    intercept();
    await other.evaluate(`fetch("${site("third.example", "/blank.png")}", { mode: "no-cors" }).then(() => true)`);
    expect(await expectVerdict(browser, other.tabId, "intercepted")).toContain("third.example");
    expect(await other.url()).toBe(site("clean.example"));
    await other.close();
  });

  it("with block nothing more goes to the host, nor to the default targets, until the user lets it", async () => {
    const settings = await browser.openExtensionPage("extension/options/index.html");
    await settings.waitFor({ selector: ".alert-levels" });
    await settings.click(".alert-levels input[value=block]");
    await settings.waitFor({ text: "No site is stopped now." });
    await settings.close();
    const page = await openGenuine("start.example");
    intercept();
    await go(page, site("blocked.example"));
    await expectWarning(page, "blocked.example");
    const asked = lab.requests.length;

    await browser.evictBackground();
    const from = await openGenuine("elsewhere.example");
    const load = (url: string) =>
      from.evaluate<string>(`fetch("${url}", { mode: "no-cors" }).then(() => "sent", () => "stopped")`);
    expect(await load(site("blocked.example", "/blank.png"))).toBe("stopped");
    expect(await load(site("www.google.com", "/blank.png"))).toBe("stopped");
    expect(await load(site("sub.blocked.example", "/blank.png"))).toBe("sent");
    await go(page, site("blocked.example", "/again"));
    await expect.poll(() => shown(page), WAIT).toContain("nothing was sent to it this time");
    expect(await shown(page)).toContain("Rootwatch Lab");
    expect(lab.requests.slice(asked).map(({ host }) => host)).toEqual(["elsewhere.example", "sub.blocked.example"]);

    await goOn(page);
    await expect.poll(() => page.url(), WAIT).toBe(site("blocked.example", "/again"));
    await expect.poll(() => load(site("blocked.example", "/blank.png")), WAIT).toBe("sent");

    await go(page, site("www.google.com"));
    await expectWarning(page, "www.google.com");
    expect(await shown(page)).toContain("Stopped before anything was sent");
    expect(requestsTo("www.google.com")).toEqual([]);

    const options = await browser.openExtensionPage("extension/options/index.html");
    await options.waitFor({ selector: ".stopped-hosts" });
    expect(await options.text()).toContain("google.com");
    await options.click(".stopped-hosts .let-through");
    await expect.poll(() => load(site("www.google.com", "/blank.png")), WAIT).toBe("sent");
    expect(await load(site("vk.com", "/blank.png"))).toBe("stopped");
    await options.click(".alert-levels input[value=page]");
    await expect.poll(() => load(site("vk.com", "/blank.png")), WAIT).toBe("sent");
    await Promise.all([page, from, options].map((each) => each.close()));
  });

  onlyFirefox(name)("a notification is shown once a day on a network", async () => {
    await forgetAlerts();
    // Without a desktop Firefox closes a notification at once and says only that; Chromium never closes one.
    await browser.inExtension(
      "(globalThis.shown = [], chrome.notifications.onClosed.addListener((id) => shown.push(id)), true)",
    );
    intercept();
    const page = await browser.open("about:blank");
    await go(page, site("told.example"));
    await expectWarning(page, "told.example");
    await expect.poll(() => browser.inExtension("shown"), WAIT).toEqual(["alert"]);
    await go(page, site("told-again.example"));
    await expectWarning(page, "told-again.example");
    expect(await browser.inExtension("shown")).toEqual(["alert"]);
    await page.close();
  });

  it("a private window has the warning where the browser can show it there, and no notification", async () => {
    await forgetAlerts();
    await browser.inExtension("chrome.notifications.clear('alert')");
    intercept();
    const page = await browser.open("about:blank", { private: true });
    await go(page, site("private.example"));
    if (name === "firefox") await expectWarning(page, "private.example");
    await expect.poll(() => badgeOf(browser, page.tabId), WAIT).toMatchObject({ text: "!!" });
    if (name === "chromium") expect(await page.url()).toBe(site("private.example"));
    expect(await browser.inExtension("chrome.notifications.getAll().then(Object.keys)")).toEqual([]);
    expect(await browser.inExtension<string>("chrome.storage.local.get().then(JSON.stringify)")).not.toContain(
      "private.example",
    );
    await page.close();
  });
});

describe("Chromium as people have it", () => {
  it("warns once Inspect has shown whose key it is", async () => {
    const browser = await launch("chromium", ["public", "interception"], { alertLevel: "page" });
    lab.intercept();
    const page = await browser.open(site("inspected.example"));
    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ selector: ".inspect button" });
    await popup.click(".inspect button");
    await expect.poll(() => page.url(), WAIT).toContain("/extension/warning/");
    await page.waitFor({ text: "Rootwatch Lab Interception Root" });
    await popup.waitFor({ text: HEADLINE });
    await browser.close();
  });
});
