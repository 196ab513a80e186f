import { beforeEach, expect, test, vi } from "vitest";
import { alertRequests } from "../../extension/background/alerts/alert-requests.ts";
import { Warnings } from "../../extension/background/alerts/warnings.ts";
import { drill } from "../../extension/background/drill.ts";
import { journalRequests } from "../../extension/background/journal/journal-requests.ts";
import { pageView } from "../../extension/background/page-view.ts";
import { withCommit, withRequest } from "../../extension/background/tab-state.ts";
import type { Verdict } from "../../src/detection/verdict.ts";
import { VERDICTS } from "../../src/detection/verdict.ts";
import { DRILL_CHAIN } from "../../src/drill/chain.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { background } from "./background-parts.ts";
import { browser } from "./fake-browser.ts";
import { NOTHING_MORE } from "./records.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));

const PAGE = browser.runtime.getURL("extension/drill/index.html");
const MARK = "drill_mark";
const KNOWN = { canInspect: true, mayOpenPages: true, watchlist, answers: new Map(), quiet: [], ...NOTHING_MORE };

type Background = ReturnType<typeof background>;

/** Asks for a drill as a page at this address in a tab does. */
const ask = (parts: Background, verdict: Verdict | null, tab = 1, url = PAGE) =>
  drill(
    { type: "drill", verdict, certificates: [...DRILL_CHAIN] },
    { id: "own", url, tab: { id: tab, incognito: false } as never },
    parts,
  );

/** A tab that shows our page for drills. */
async function withDrillPage(): Promise<Background> {
  const parts = background();
  await parts.tabs.update(1, (state) => withCommit(state, PAGE));
  return parts;
}

const state = (parts: Background) => parts.tabs.get(1);
const view = async (parts: Background) => pageView(1, await state(parts), KNOWN);

beforeEach(() => {
  browser.storage.local.values.clear();
  browser.storage.session.values.clear();
  vi.restoreAllMocks();
});

test.each(VERDICTS)("%s shows in the tab, marked wherever it shows, and nothing is written down", async (verdict) => {
  const title = vi.spyOn(browser.action, "setTitle" as never) as ReturnType<typeof vi.fn>;
  const notification = vi.spyOn(browser.notifications, "create" as never) as ReturnType<typeof vi.fn>;
  const parts = await withDrillPage();
  const keep = vi.spyOn(parts.journal, "keep");
  expect(await ask(parts, verdict)).toBe(true);
  expect(await view(parts)).toMatchObject({ verdict, isDrill: true, inspect: "not-for-this-page" });
  expect(title).toHaveBeenLastCalledWith({ tabId: 1, title: expect.stringContaining(MARK) });
  const isLoud = verdict === "intercepted" || verdict === "suspected";
  await vi.waitFor(() => expect(notification).toHaveBeenCalledTimes(isLoud ? 1 : 0));
  if (isLoud) expect(notification).toHaveBeenCalledWith("alert", expect.objectContaining({ title: MARK }));
  expect(keep).not.toHaveBeenCalled();
  expect([...browser.storage.local.values.keys()]).toEqual([]);
  const expected = verdict === "intercepted" ? ["tab:1", "warnings"] : ["tab:1"];
  expect([...browser.storage.session.values.keys()].sort()).toEqual(expected);
});

test("an offer shows in the tab, marked, and is kept in no journal, nor what is read of it", async () => {
  const parts = await withDrillPage();
  expect(await ask(parts, null)).toBe(true);
  expect(await view(parts)).toMatchObject({ isDrill: true, offer: { isDrill: true, isHeld: true } });
  const keep = vi.spyOn(parts.journal, "keepOffer");
  await journalRequests(parts)({ type: "keep-offered", tabId: 1, certificates: [DRILL_CHAIN[1]] });
  expect(keep).not.toHaveBeenCalled();
});

test("the warning of a drill is marked, says so to its tab, and going on allows nothing and leads back", async () => {
  const parts = await withDrillPage();
  const update = vi.spyOn(browser.tabs, "update" as never) as ReturnType<typeof vi.fn>;
  await ask(parts, "intercepted");
  const address: string = update.mock.lastCall?.[1].url;
  const id = Warnings.idIn(address) ?? "";
  expect(await alertRequests(parts)({ type: "get-warning", id }, 1)).toMatchObject({ isDrill: true });
  const allow = vi.spyOn(parts.alerts.session, "allow");
  const letThrough = vi.spyOn(parts.alerts, "letThrough");
  await parts.alerts.goOn(id, 1);
  expect(allow).not.toHaveBeenCalled();
  expect(letThrough).not.toHaveBeenCalled();
  expect(update.mock.lastCall?.[1].url).toBe(PAGE);
});

test("a drill does not use up the notification of the real thing", async () => {
  const parts = await withDrillPage();
  await ask(parts, "intercepted");
  expect(await parts.alerts.session.notified()).toBeNull();
  expect(await parts.alerts.session.targets()).toBeNull();
  expect(await parts.alerts.blocks.all()).toEqual([]);
});

test("the root of a drill is not offered to be watched", async () => {
  const parts = await withDrillPage();
  await ask(parts, "added-root");
  expect((await view(parts)).hosts).toMatchObject([{ host: "drill.example", root: null }]);
});

test("what a drill shows cannot be quieted", async () => {
  const parts = await withDrillPage();
  await ask(parts, "refused");
  const entry = { binds: "refusal", host: "drill.example", errorCode: "SEC_ERROR_UNKNOWN_ISSUER" } as const;
  await alertRequests(parts)({ type: "quiet", tabId: 1, entry }, 1);
  expect(await parts.quiet.entries(true)).toEqual([]);
});

test("a drill is over as soon as the tab shows another page, also when that is the page for drills again", async () => {
  for (const url of ["https://bank.example/", PAGE]) {
    const parts = await withDrillPage();
    await ask(parts, "intercepted");
    await parts.tabs.update(1, (before) => withCommit(withRequest(before, "2", url), url));
    expect(await view(parts)).toMatchObject({ isDrill: false, verdict: "not-inspected" });
  }
});

test("a drill outlives the background that began it", async () => {
  await ask(await withDrillPage(), "listed");
  expect(await view(background())).toMatchObject({ isDrill: true, verdict: "listed" });
});

test("a drill never covers a tab that shows a site, and only our page for drills can begin one", async () => {
  const parts = background();
  const url = "https://bank.example/";
  await parts.tabs.update(1, (before) => withCommit(withRequest(before, "1", url), url));
  const before = await state(parts);
  expect(await ask(parts, "nothing-found")).toBe(false);
  expect(await state(parts)).toBe(before);

  const other = await withDrillPage();
  expect(await ask(other, "nothing-found", 1, "https://bank.example/extension/drill/index.html")).toBe(false);
  expect(await ask(other, "nothing-found", 1, browser.runtime.getURL("extension/popup/index.html"))).toBe(false);
  expect(await view(other)).toMatchObject({ isDrill: false });
});
