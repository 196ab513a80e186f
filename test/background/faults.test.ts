import "fake-indexeddb/auto";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import messages from "../../extension/_locales/ru/messages.json" with { type: "json" };
import type { Trouble } from "../../extension/journal-store/stored.ts";
import type { Failure, Service } from "../../extension/platform/failures.ts";
import type { PageView } from "../../extension/views/page-view.ts";
import { chainFor, makeWorld, type World } from "../evidence/journal.ts";
import { OWN, RefusingBrowser } from "./refusing-browser.ts";

const HOST = "www.google.com";
const URL = `https://${HOST}/`;
/** Everything that can go wrong on a visit is at work with these. */
const SETTINGS = { alertLevel: "block", keeping: "evidence", language: "ru" };

/** What a refusal comes to for the user: everything else goes on. */
interface Outcome {
  /** What is said to fail; null where a user would miss nothing, or the popup says it of the page. */
  readonly told: Service | null;
  /** How many records the journal says that it could not keep; absent where it says nothing. */
  readonly missed?: number;
  /** Absent where the visit is recorded. */
  readonly isKept?: false;
  /** Absent where the root is remembered. */
  readonly isRemembered?: false;
  /** Absent where the warning takes the place of the page. */
  readonly isReplaced?: false;
  /** Absent where the visit is found to be intercepted. */
  readonly verdict?: "not-inspected" | "suspected";
}

const REFUSALS: Readonly<Record<string, Outcome>> = {
  "storage.local.get": { told: "reading", missed: 1, isKept: false, isRemembered: false, isReplaced: false },
  "storage.local.set": { told: "saving", isRemembered: false },
  // What is there of the session's journal could not be looked through.
  "storage.session.get": { told: "session", missed: 0 },
  "storage.session.set": { told: "session" },
  // Where there is no administrator, Firefox refuses it every time.
  "storage.managed.get": { told: null },
  "webRequest.getSecurityInfo": {
    told: null,
    verdict: "not-inspected",
    isKept: false,
    isRemembered: false,
    isReplaced: false,
  },
  // Nothing is kept of a window that may be private, and no notification shown.
  "tabs.get": { told: null, isKept: false, isRemembered: false },
  // The icon and the notification tell it.
  "tabs.update": { told: null, isReplaced: false },
  "action.setBadgeText": { told: "icon" },
  "action.setBadgeBackgroundColor": { told: "icon" },
  "action.setIcon": { told: "icon" },
  "action.setTitle": { told: "icon" },
  "notifications.create": { told: "notifications" },
  "declarativeNetRequest.getDynamicRules": { told: "blocking" },
  "declarativeNetRequest.getSessionRules": { told: "blocking" },
  "declarativeNetRequest.updateDynamicRules": { told: "blocking" },
  "declarativeNetRequest.updateSessionRules": { told: "blocking" },
  "permissions.contains": { told: null },
  "captivePortal.getState": { told: null },
  // It is refused whenever no page of ours is open.
  "runtime.sendMessage": { told: null },
  "runtime.getBrowserInfo": { told: null },
  "indexedDB.open": { told: null, missed: 1, isKept: false },
  // Whether there is a journal cannot be said; a record makes one.
  "indexedDB.databases": { told: null, missed: 0 },
  "navigator.locks.request": { told: null, missed: 1, isKept: false },
  // The texts in another language than the browser's.
  fetch: { told: null },
};

// The whole background is loaded anew for each: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let world: World;
let chain: Uint8Array[];
let rejections: unknown[];
/** What was rejected so far with nobody to hear of it; it is told when nothing else is left to do. */
const unhandled = async () => {
  await new Promise((resolve) => setImmediate(resolve));
  return rejections;
};
const noteRejection = (reason: unknown) => rejections.push(reason);

beforeAll(async () => {
  world = await makeWorld();
  chain = (await chainFor(HOST, world.interceptor)).map(({ der }) => der);
});

beforeEach(() => {
  rejections = [];
  process.on("unhandledRejection", noteRejection);
});

afterEach(() => {
  process.off("unhandledRejection", noteRejection);
  vi.unstubAllGlobals();
});

/** Waits until something holds: on a busy machine that may take its time. */
const eventually = (holds: () => unknown) => vi.waitFor(holds, { timeout: 20_000 });

/** Starts the whole background in a browser. @param answer what its requests are answered. */
async function start(browser: RefusingBrowser, answer = async (_: string) => Response.json(messages)): Promise<void> {
  browser.begin(answer);
  vi.resetModules();
  vi.doMock("../../extension/platform/browser.ts", () => ({ browser: browser.browser }));
  vi.doMock("../../src/watchlist/watchlist.ts", async (original) => ({
    ...(await original<object>()),
    loadWatchlist: () => world.sources.watchlist,
  }));
  await import("../../extension/background/main.ts");
}

/** Has tab 1 asked for a page that is intercepted. @returns whether the warning has taken its place. */
async function visit({ api }: RefusingBrowser, request: string): Promise<boolean> {
  const details = { tabId: 1, frameId: 0, parentFrameId: -1, requestId: request, url: URL, method: "GET" };
  const page = { ...details, type: "main_frame", timeStamp: Date.now(), incognito: false, ip: "192.0.2.1" };
  api.webRequest.onBeforeRequest.tell(page);
  return (await Promise.all(api.webRequest.onHeadersReceived.tell(page))).some(
    (answer) => (answer as { cancel?: true } | undefined)?.cancel === true,
  );
}

/** Has tab 1 show an address. */
function commit({ api }: RefusingBrowser, url: string): void {
  api.webNavigation.onCommitted.tell({ tabId: 1, frameId: 0, url, timeStamp: Date.now(), documentId: url });
  api.tabs.onUpdated.tell(1, { status: "complete" });
}

/** What the popup says. */
const verdictIn = async (browser: RefusingBrowser) =>
  (await browser.ask<PageView>({ type: "get-page", tabId: 1 })).verdict;

const failing = async (browser: RefusingBrowser) =>
  (await browser.ask<Failure[]>({ type: "get-failures" })).map(({ service }) => service);

/** How many records a page of ours finds, and what went wrong with them. */
async function journal(): Promise<{ readonly records: number; readonly trouble: Trouble | null }> {
  const { openJournal } = await import("../../extension/journal-store/journal-reader.ts");
  const reader = await openJournal();
  const { trouble } = await reader.state();
  let records = 0;
  for await (const batch of reader.records()) records += batch.length;
  reader.close();
  return { records, trouble };
}

describe("a visit to an intercepted page in a browser like Firefox", () => {
  let browser: RefusingBrowser;

  beforeEach(() => {
    browser = new RefusingBrowser(chain);
    browser.stored.local.set("settings", SETTINGS);
  });

  test("asks the browser for what the table names, and for nothing else", async () => {
    await start(browser);
    expect(await visit(browser, "1")).toBe(true);
    commit(browser, browser.sentTo);
    await eventually(async () => expect(await verdictIn(browser)).toBe("intercepted"));
    await eventually(async () => expect(await journal()).toEqual({ records: 1, trouble: null }));
    await eventually(() => expect(browser.badges.at(-1)).toBe("!!"));
    expect(await failing(browser)).toEqual([]);
    expect([...browser.asked].toSorted()).toEqual(Object.keys(REFUSALS).toSorted());
  });

  test.each(Object.entries(REFUSALS))("with %s refused", async (name, outcome) => {
    const { told, missed, isKept = true, isRemembered = true, isReplaced = true, verdict = "intercepted" } = outcome;
    browser.refused = name;
    await start(browser);
    expect(await visit(browser, "1")).toBe(isReplaced);
    commit(browser, isReplaced ? browser.sentTo : URL);
    await eventually(async () => expect(await verdictIn(browser)).toBe(verdict));
    await eventually(async () => expect(await failing(browser)).toEqual(told === null ? [] : [told]));
    const isAlarm = verdict === "intercepted";
    if (isAlarm && name !== "action.setBadgeText") await eventually(() => expect(browser.badges.at(-1)).toBe("!!"));
    const isNotified = isAlarm && !["tabs.get", "notifications.create"].includes(name);
    await eventually(() => expect(browser.notifications).toHaveLength(isNotified ? 1 : 0));
    // What is written to the journal only later is to be refused all the same.
    await browser.rest();
    browser.refused = null;
    const trouble = missed === undefined ? null : expect.objectContaining({ what: "unreadable", missed });
    await eventually(async () => expect(await journal()).toEqual({ records: isKept ? 1 : 0, trouble }));
    expect(browser.stored.local.has("memory")).toBe(isRemembered);
    expect(await unhandled()).toEqual([]);
  });

  test("a failure is told until the browser does it again, by a background that began since, too", async () => {
    browser.refused = "notifications.create";
    await start(browser);
    await visit(browser, "1");
    await eventually(async () => expect(await failing(browser)).toEqual(["notifications"]));
    const before = await browser.ask<Failure[]>({ type: "get-failures" });
    await start(browser);
    expect(await browser.ask<Failure[]>({ type: "get-failures" })).toEqual(before);
    // Another network: what was told on the one before counts no more.
    browser.refused = null;
    browser.api.captivePortal.onStateChanged.tell();
    await visit(browser, "2");
    await eventually(async () => expect(await failing(browser)).toEqual([]));
  });

  test("a journal that could not be opened is opened for what comes next", async () => {
    browser.refused = "indexedDB.open";
    await start(browser);
    await visit(browser, "1");
    await browser.rest();
    browser.refused = null;
    await visit(browser, "2");
    await eventually(async () => expect((await journal()).records).toBe(1));
  });

  test("a disk that has room again is told of no more, and what was missed meanwhile is", async () => {
    browser.refused = ["storage.local.set", "indexedDB.open"];
    await start(browser);
    await visit(browser, "1");
    await browser.rest();
    await eventually(async () => expect(await failing(browser)).toEqual(["saving"]));
    browser.refused = null;
    await visit(browser, "2");
    const trouble = expect.objectContaining({ what: "unreadable", missed: 1 });
    await eventually(async () => expect(await journal()).toEqual({ records: 1, trouble }));
    await eventually(async () => expect(await failing(browser)).toEqual([]));
  });

  test("what was said of the network before is in no record of this one, also where it cannot be removed", async () => {
    await start(browser);
    const label = { country: "KZ", provider: "A provider", line: "home", note: "" };
    expect(await browser.ask({ type: "label-network", label })).toBe(true);
    browser.refused = "storage.session.remove";
    browser.api.captivePortal.onStateChanged.tell();
    await visit(browser, "1");
    await eventually(async () => expect((await journal()).records).toBe(1));
    const { openJournal } = await import("../../extension/journal-store/journal-reader.ts");
    const kept = async () => (await (await openJournal()).record(1))?.disclosures.join();
    await eventually(async () => expect(await kept()).toContain(HOST));
    expect(await kept()).not.toContain("A provider");
    expect(await unhandled()).toEqual([]);
  });

  test("what cannot be deleted of a journal keeps nothing else of it", async () => {
    await start(browser);
    await visit(browser, "1");
    await eventually(() => expect([...browser.stored.local.keys()]).toContain("journal-head"));
    browser.refused = "indexedDB.deleteDatabase";
    expect(await browser.ask({ type: "wipe-journal" })).toBe(false);
    expect([...browser.stored.local.keys()]).not.toContain("journal-head");
  });

  test("that something else could be stored is no sign that what could not be is", async () => {
    await start(browser);
    browser.refused = "storage.local.set";
    await expect(browser.ask({ type: "set-switches", switches: { memory: false } })).rejects.toThrow();
    browser.refused = null;
    await browser.ask({ type: "answer-root", tabId: 1, rootKey: "00".repeat(32), answer: "unknown" });
    expect(await failing(browser)).toEqual(["saving"]);
    await browser.ask({ type: "set-switches", switches: { memory: false } });
    await eventually(async () => expect(await failing(browser)).toEqual([]));
  });

  test("a tab that was open before is shown also where the browser does not describe it", async () => {
    browser.sentTo = URL;
    browser.refused = "tabs.get";
    await start(browser);
    expect((await browser.ask<PageView>({ type: "get-page", tabId: 1 })).hosts).toMatchObject([{ host: HOST }]);
  });

  test("access that is taken away in the middle is told, and no more once it is given back", async () => {
    await start(browser);
    const { permissions } = browser.api;
    for (const [isGiven, event, told] of [
      [false, permissions.onRemoved, ["access"]],
      [true, permissions.onAdded, []],
    ] as const) {
      browser.showsEverySite = isGiven;
      event.tell();
      await eventually(async () => expect(await failing(browser)).toEqual(told));
    }
  });
});

describe("Inspect in a browser like Chrome", () => {
  let browser: RefusingBrowser;
  const inspect = async () => (await browser.ask<PageView>({ type: "inspect", tabId: 1 })).verdict;

  beforeEach(async () => {
    browser = new RefusingBrowser(chain, "chrome");
    browser.stored.local.set("settings", { alertLevel: "badge" });
    await start(browser, refuse);
    const details = { tabId: 1, frameId: 0, parentFrameId: -1, requestId: "1", url: URL, method: "GET" };
    browser.api.webRequest.onBeforeRequest.tell({ ...details, type: "main_frame", timeStamp: Date.now() });
    commit(browser, URL);
  });

  /** The browser refuses every host, as one that is known to be intercepted. */
  async function refuse(url: string): Promise<Response> {
    const error = "net::ERR_CERT_KNOWN_INTERCEPTION_BLOCKED";
    browser.api.webRequest.onErrorOccurred.tell({ url, error, initiator: OWN, tabId: -1, type: "xmlhttprequest" });
    throw new TypeError("Failed to fetch");
  }

  test.each(["debugger.getTargets", "debugger.attach", "debugger.sendCommand"])(
    "with %s refused still sees what the browser refuses, says so, and works again",
    async (name) => {
      browser.refused = name;
      expect(await inspect()).toBe("suspected");
      await eventually(async () => expect(await failing(browser)).toEqual(["inspect"]));
      browser.refused = null;
      expect(await inspect()).toBe("intercepted");
      await eventually(async () => expect(await failing(browser)).toEqual([]));
      expect(await unhandled()).toEqual([]);
    },
  );

  test("works where the user ends it just before it ends by itself", async () => {
    browser.refused = "debugger.detach";
    expect(await inspect()).toBe("intercepted");
    expect(await failing(browser)).toEqual([]);
    expect(await unhandled()).toEqual([]);
  });
});
