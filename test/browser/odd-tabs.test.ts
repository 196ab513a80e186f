import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { PageView } from "../../extension/views/page-view.ts";
import { type Lab, startLab } from "../lab/lab.ts";
import { BOTH, expectPopup, expectVerdict, inTurn, launch, onlyFirefox } from "./browsers.ts";
import type { LabBrowser, LabPage } from "./harness/lab-browser.ts";
import { poll } from "./harness/poll.ts";

/** Tabs are opened in batches, because a browser answers no question while it opens hundreds at once. */
const BATCH = process.env.ROOTWATCH_LONG ? 25 : 10;
/** In Chromium, with a process for nearly each, a thousand tabs do not all load. */
const BATCHES = process.env.ROOTWATCH_LONG ? { firefox: 40, chromium: 8 } : { firefox: 4, chromium: 4 };

describe.each(BOTH)("%s", (name) => {
  let lab: Lab;
  let browser: LabBrowser;

  beforeAll(async () => {
    lab = await startLab({ folder: inject("labBuild").folder });
    browser = await launch(name, ["public", "interception"], {
      // Without the feature Chromium shows an extension no certificate of a page.
      ...(name === "chromium" ? { features: ["WebRequestSecurityInfo"], preloads: true } : {}),
      // What the user is asked then is given.
      prefs: {
        "extensions.webextOptionalPermissionPrompts": false,
        // What the policy restricted_domains of an administrator sets.
        "extensions.webextensions.restrictedDomains": "addons.mozilla.org,ruled-out.example",
      },
    });
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.close();
  });

  // Only a leaf straight under the listed root is proof where the leaf is all that a browser shows.
  const intercept = () => lab.intercept({ intermediate: false });
  const site = (host: string, path = "/") => `https://${host}:${lab.port}${path}`;
  const askedOf = (host: string) => lab.requests.filter((each) => each.host === host);

  it("the source of a page is no page of the browser's", async () => {
    intercept();
    const page = await browser.open(site("source.example"));
    await expectVerdict(browser, page.tabId, "intercepted");
    const source = JSON.stringify(`view-source:${site("source.example")}`);
    await browser.inExtension(`chrome.tabs.update(${page.tabId}, { url: ${source} }).then(() => true)`);
    if (name === "chromium") {
      await poll("the source", async () => askedOf("source.example").length > 1);
      await expectVerdict(browser, page.tabId, "intercepted");
    } else {
      // Firefox has it still and makes no connection. Once in sixty times it did not say so, and had no certificate to show.
      const text = await expectVerdict(browser, page.tabId, "not-inspected");
      expect(text).toContain("source.example");
      expect(text).toMatch(/from the browser's memory|was asked for the certificate and gave none/);
      expect(askedOf("source.example")).toHaveLength(1);
    }
    await page.close();
  });

  onlyFirefox(name)("two containers each have their own", async () => {
    lab.passThrough();
    const clean = await browser.open(site("contained.example"), { container: true });
    await expectVerdict(browser, clean.tabId, "nothing-found");
    intercept();
    const other = await browser.open(site("contained.example"), { container: true });
    await expectVerdict(browser, other.tabId, "intercepted");
    await expectVerdict(browser, clean.tabId, "nothing-found");
    const stores = await browser.inExtension<string[]>(
      `Promise.all([${clean.tabId}, ${other.tabId}].map((id) => chrome.tabs.get(id))).then((tabs) => tabs.map((tab) => tab.cookieStoreId))`,
    );
    expect(new Set(stores).size).toBe(2);
    await clean.close();
    await other.close();
  });

  onlyFirefox(name)(
    "a place that an administrator keeps extensions from is told so, and nothing is asked of it",
    async () => {
      intercept();
      const page = await browser.open(site("ruled-out.example"));
      await expectPopup(browser, page.tabId, "A rule set in this browser, usually by its administrator");
      await expectVerdict(browser, page.tabId, "not-inspected");
      expect(askedOf("ruled-out.example").filter(({ path }) => path === "/")).toHaveLength(1);
      await page.close();
    },
  );

  if (name === "chromium") {
    /** Has the page prepare another one in advance, and waits until that was asked for. */
    async function prepare(page: LabPage, how: "prerender" | "prefetch", url: string): Promise<void> {
      const rules = JSON.stringify({ [how]: [{ source: "list", urls: [url], eagerness: "immediate" }] });
      await page.evaluate(`(() => {
        const script = Object.assign(document.createElement("script"), { type: "speculationrules" });
        script.textContent = ${JSON.stringify(rules)};
        document.head.append(script);
        return true;
      })()`);
      await poll("what is prepared", async () =>
        lab.requests.some(({ headers }) => `${headers["sec-purpose"]}`.includes(how)),
      );
    }

    /** Loads something of a clean host, which is judged after what was prepared, and on the same line of events. */
    async function expectUntouched(page: LabPage, marker: string): Promise<void> {
      lab.passThrough();
      await page.evaluate(`fetch(${JSON.stringify(site(marker))}, { mode: "no-cors" }).then(() => true)`);
      await expectPopup(browser, page.tabId, "2");
      await expectVerdict(browser, page.tabId, "nothing-found");
    }

    const go = (page: LabPage, url: string) => page.evaluate(`(location.href = ${JSON.stringify(url)}, true)`);

    it("what is prepared in advance says nothing of the page that is shown, and speaks when it is", async () => {
      lab.passThrough();
      const page = await browser.open(site("prepared.example"));
      await expectVerdict(browser, page.tabId, "nothing-found");
      intercept();
      await prepare(page, "prerender", site("prepared.example", "/cached"));
      await expectUntouched(page, "beside.example");
      await go(page, "/cached");
      await expectVerdict(browser, page.tabId, "intercepted");
      expect(askedOf("prepared.example").filter(({ path }) => path === "/cached")).toHaveLength(1);
      await page.close();
    });

    it("what is fetched in advance is not the fetching page's, nor is it told as seen when it is shown", async () => {
      lab.passThrough();
      const page = await browser.open(site("fetching.example"));
      await expectVerdict(browser, page.tabId, "nothing-found");
      intercept();
      await prepare(page, "prefetch", site("fetched.example", "/cached"));
      await expectUntouched(page, "beside-fetched.example");
      await go(page, site("fetched.example", "/cached"));
      await expectPopup(browser, page.tabId, "fetched.example");
      await expectVerdict(browser, page.tabId, "not-inspected");
      expect(askedOf("fetched.example")).toHaveLength(1);
      await page.close();
    });
  }

  if (inTurn("firefox").includes(name)) {
    it("many tabs each have their own verdict, also after the background has gone in their midst", {
      timeout: process.env.ROOTWATCH_LONG ? 1_800_000 : 400_000,
    }, async () => {
      const opened: { readonly tabs: readonly number[]; readonly wanted: readonly string[] }[] = [];
      const verdicts = (tabs: readonly number[]) =>
        browser.inExtension<string[]>(`Promise.all(${JSON.stringify(tabs)}.map(async (tabId) => {
          const { verdict, hosts } = await chrome.runtime.sendMessage({ type: "get-page", tabId });
          return verdict + " " + hosts[0]?.host;
        }))`);
      const openBatch = async (verdict: PageView["verdict"], site: string) => {
        const hosts = Array.from({ length: BATCH }, (_, number) => `${site}${number}.example`);
        const urls = hosts.map((host) => `https://${host}:${lab.port}/`);
        const tabs = await browser.inExtension<number[]>(
          `Promise.all(${JSON.stringify(urls)}.map((url) => chrome.tabs.create({ url, active: false }).then(({ id }) => id)))`,
        );
        const wanted = hosts.map((host) => `${verdict} ${host}`);
        await expect.poll(() => verdicts(tabs), { timeout: 150_000, interval: 500 }).toEqual(wanted);
        opened.push({ tabs, wanted });
      };

      lab.passThrough();
      for (let batch = 0; batch < BATCHES[name] / 2; batch++) await openBatch("nothing-found", `clean${batch}-`);
      // Keys of the other kind take long to make, and each leaf has one of its own.
      lab.intercept({ algorithm: "ec", intermediate: false });
      for (let batch = 0; batch < BATCHES[name] / 2; batch++) {
        if (batch === BATCHES[name] / 4) await browser.evictBackground();
        await openBatch("intercepted", `taken${batch}-`);
      }
      for (const { tabs, wanted } of opened) expect(await verdicts(tabs)).toEqual(wanted);
    });
  }
});
