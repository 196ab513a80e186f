import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { DrivenPage } from "./driven-page.ts";
import type { ExtensionPage, LabBrowser, LabPage } from "./lab-browser.ts";
import { evaluateJson, type PageDriver } from "./page-driver.ts";
import { poll } from "./poll.ts";

/** What a launcher supplies; `labOf` makes the common interface of it. */
export interface Engine
  extends Pick<
    LabBrowser,
    | "name"
    | "downloads"
    | "tabCount"
    | "historyUrls"
    | "backgroundIsRunning"
    | "setOffline"
    | "watch"
    | "kill"
    | "close"
  > {
  /** Asks the browser to end the background as if idle; it may still be running afterwards, when it is busy. */
  stopBackground(): Promise<void>;
  /** Evaluates an expression to a string in a page of the extension, awaited if it is a promise. */
  evaluateInExtension(expression: string): Promise<string | undefined>;
  /** Opens a tab with this address in a container of its own; only where the browser has containers. */
  openContainerTab?(url: string): Promise<void>;
  /** The driver of the tab that shows exactly this address; null when there is none yet. */
  driverAt(url: string): Promise<PageDriver | null>;
}

// An event that was under way when the background ended wakes it again within this time.
const STAYS_AWAY_MS = 150;
const EVICTION_MS = 20_000;

/** The browser behind the engine, as tests see it. */
export function labOf(engine: Engine): LabBrowser {
  const inExtension = <T>(expression: string) =>
    evaluateJson<T>(expression, (text) => engine.evaluateInExtension(text));
  let closing: Promise<void> | undefined;

  async function newContainerTab(): Promise<DrivenPage> {
    const ids = () => inExtension<number[]>("chrome.tabs.query({}).then((tabs) => tabs.map(({ id }) => id))");
    const before = await ids();
    const url = `about:blank#${randomUUID()}`;
    await engine.openContainerTab?.(url);
    const tabId = (await ids()).find((id) => !before.includes(id));
    if (tabId === undefined) throw new Error(`${engine.name} opens no tab in a container`);
    return new DrivenPage(tabId, await poll("a new tab", () => engine.driverAt(url)));
  }

  async function newTab(inPrivate: boolean): Promise<DrivenPage> {
    // Only an address that no other tab has tells for certain which of the browser's tabs has which id.
    const url = JSON.stringify(`about:blank#${randomUUID()}`);
    const tabId = await inExtension<number>(
      inPrivate
        ? `chrome.windows.create({ url: ${url}, incognito: true }).then((window) => window.tabs[0].id)`
        : `chrome.tabs.create({ url: ${url} }).then((tab) => tab.id)`,
    );
    return new DrivenPage(tabId, await poll("a new tab", () => engine.driverAt(JSON.parse(url) as string)));
  }

  async function openExtensionPage(path: string): Promise<ExtensionPage> {
    const url = await inExtension<string>(`chrome.runtime.getURL(${JSON.stringify(path)})`);
    // In a tab a missing file would be an error page in Chromium and an empty page in Firefox.
    const read = `fetch(${JSON.stringify(url)}).then((file) => file.text()).then(() => true, () => false)`;
    if (!(await inExtension<boolean>(read))) throw new Error(`the extension has no file ${path}`);
    const page = await newTab(false);
    await page.goto(url);
    return page;
  }

  async function evict(): Promise<boolean> {
    await engine.stopBackground();
    await delay(STAYS_AWAY_MS);
    return !(await engine.backgroundIsRunning());
  }

  return {
    name: engine.name,
    downloads: engine.downloads,
    tabCount: engine.tabCount,
    historyUrls: engine.historyUrls,
    backgroundIsRunning: engine.backgroundIsRunning,
    setOffline: engine.setOffline,
    watch: engine.watch,
    inExtension,
    openExtensionPage,
    openPopup: (tabId) => openExtensionPage(`extension/popup/index.html?tabId=${tabId}`),

    async open(url, options = {}): Promise<LabPage> {
      const page = await (options.container ? newContainerTab() : newTab(options.private ?? false));
      await page.goto(url);
      return page;
    },

    async findExtensionPage(urlPart): Promise<ExtensionPage> {
      const tab = await poll(`a tab with ${urlPart}`, () =>
        inExtension<{ id: number; url: string } | null>(
          `chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url?.includes(${JSON.stringify(urlPart)})) ?? null)`,
        ),
      );
      return new DrivenPage(tab.id, await poll(tab.url, () => engine.driverAt(tab.url)));
    },

    kill: engine.kill,
    evictBackground: () => poll("the background's end", evict, EVICTION_MS).then(() => undefined),
    close: () => (closing ??= engine.close()),
  };
}
