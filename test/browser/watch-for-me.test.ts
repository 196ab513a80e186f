import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Lab, startLab } from "../lab/lab.ts";
import { expectVerdict, inTurn, launch } from "./browsers.ts";
import { fill } from "./check-page.ts";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";
import { poll } from "./harness/poll.ts";

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
});

afterAll(() => lab?.close());

const site = (host: string) => `https://${host}:${lab.port}/`;
/** Our own requests ask for no body; pages do. */
const probesOf = (host: string) => lab.requests.filter((each) => each.host === host && each.method === "HEAD");

describe.each(inTurn("firefox"))("watch for me in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public", "interception"]);
  });

  afterAll(() => browser?.close());

  async function openOptions(): Promise<ExtensionPage> {
    const page = await browser.openExtensionPage("extension/options/index.html");
    await page.waitFor({ selector: ".watched-host" });
    return page;
  }

  /** Opens a host that is watched, and waits until it was asked. */
  async function expectProbe(host: string): Promise<void> {
    const page = await browser.open(site(host));
    await poll(`a probe of ${host}`, async () => probesOf(host).length > 0);
    await page.close();
  }

  it("is off at first, and then asks what the user opens of what they chose", async () => {
    const options = await openOptions();
    await fill(options, ".watched-host", `https://${name}.example/path`);
    await options.click(".add-watched");
    await options.waitFor({ text: `Remove ${name}.example` });
    const before = await browser.open(site(`off.${name}.example`));
    await before.close();

    await options.click("input[name=watch-for-me]");
    await expectProbe(`first.${name}.example`);
    const other = await browser.open(site(`other-${name}.example`));
    await other.close();
    await expectProbe(`${name}.example`);
    expect(probesOf(`off.${name}.example`)).toEqual([]);
    expect(probesOf(`other-${name}.example`)).toEqual([]);

    const again = await browser.open(site(`first.${name}.example`));
    await again.close();
    await browser.evictBackground();
    const evicted = await browser.open(site(`first.${name}.example`));
    await evicted.close();
    await expectProbe(`last.${name}.example`);
    expect(probesOf(`first.${name}.example`)).toHaveLength(1);
    for (const { headers } of probesOf(`first.${name}.example`)) expect(headers.cookie).toBe(undefined);

    await options.click("input[name=watch-for-me]");
    const off = await browser.open(site(`again-off.${name}.example`));
    await off.close();
    await options.click("input[name=watch-for-me]");
    await expectProbe(`on.${name}.example`);
    expect(probesOf(`again-off.${name}.example`)).toEqual([]);
    await options.close();
  });

  it("tells of what stands before the site now, while the page itself comes from the cache", async () => {
    const host = `cached.${name}.example`;
    await browser.inExtension(`chrome.storage.session.clear()`);
    lab.passThrough();
    await browser.inExtension(
      `chrome.storage.local.set({ settings: { watchForMe: false, watchedHosts: ["${host}"] } })`,
    );
    const page = await browser.open(`${site(host)}cached`);
    await browser.inExtension(
      `chrome.storage.local.set({ settings: { watchForMe: true, watchedHosts: ["${host}"] } })`,
    );
    // Of a plain request Chrome shows the refusal alone, and Firefox the chain alone.
    if (name === "chromium") lab.intercept({ root: "unlisted" });
    else lab.intercept();
    await page.goto(`${site(host)}cached`);
    const told = await expectVerdict(browser, page.tabId, name === "chromium" ? "refused" : "intercepted");
    expect(told).toContain("new connection");
    await page.close();
    lab.passThrough();
    const hosts = JSON.stringify([`${name}.example`]);
    await browser.inExtension(`chrome.storage.local.set({ settings: { watchForMe: true, watchedHosts: ${hosts} } })`);
  });

  if (name === "chromium") {
    it("looks at the certificate only after the second switch", async () => {
      const options = await openOptions();
      lab.intercept();
      const blind = await browser.open(site("blind.chromium.example"));
      await poll("a probe", async () => probesOf("blind.chromium.example").length > 0);
      await expectVerdict(browser, blind.tabId, "not-inspected");
      await blind.close();

      await options.click("input[name=watch-with-bar]");
      const page = await browser.open(site("seen.chromium.example"));
      await expectVerdict(browser, page.tabId, "intercepted");
      await page.close();
      lab.passThrough();
      await options.close();
    });
  }
});
