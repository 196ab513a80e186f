import { beforeAll, describe, expect, it, test } from "vitest";
import { inspectableOrigin, pageView } from "../../extension/background/page-view.ts";
import {
  EMPTY_TAB,
  type HostRecord,
  type TabState,
  withCommit,
  withRecord,
} from "../../extension/background/tab-state.ts";
import { summarise } from "../../src/certificate/summary.ts";
import { ownListOf } from "../../src/watchlist/own-list.ts";
import type { Watchlist } from "../../src/watchlist/watchlist.ts";
import { withOwnList } from "../../src/watchlist/with-own-list.ts";
import { parsed, selfSigned } from "../certificate/made.ts";
import { watchlistOf, watchlistOfAll } from "../detection/watchlists.ts";
import { summary } from "../popup/certificate.ts";
import { ownEntry } from "../watchlist/own-entries.ts";
import { NOTHING_MORE, PROBE, record, STOPPED, UNSEEN } from "./records.ts";

let watchlist: Watchlist;

beforeAll(async () => {
  watchlist = await watchlistOf(await selfSigned("ec-p256"), "interception");
});

/** A tab that shows a page with these records. */
function tab(url: string, ...records: HostRecord[]): TabState {
  const place = { tabId: 1, part: "page", request: null, documentHost: null } as const;
  return records.reduce((state, each) => withRecord(state, place, each), withCommit(EMPTY_TAB, url));
}

const viewIn = (list: Watchlist, state: TabState, canInspect = true) =>
  pageView(1, state, {
    canInspect,
    mayOpenPages: true,
    watchlist: list,
    answers: new Map(),
    quiet: [],
    ...NOTHING_MORE,
  });
const view = (state: TabState, canInspect = true) => viewIn(watchlist, state, canInspect);
const PAGE = "https://page.example/";

describe("what the popup is told", () => {
  it("puts the host that decides first, then the page's own and then the worst", () => {
    const records = [
      record("a.example", "nothing-found"),
      record("b.example", "listed"),
      record("page.example", "nothing-found"),
      record("c.example", "suspected"),
    ];
    const { hosts, verdict } = view(tab(PAGE, ...records));
    expect(hosts.map(({ host, isPage }) => [host, isPage])).toEqual([
      ["c.example", false],
      ["page.example", true],
      ["b.example", false],
      ["a.example", false],
    ]);
    expect(verdict).toBe("suspected");
  });

  it("says by its id whose key it is, and of which day the list is", () => {
    const plain = record("page.example", "intercepted");
    const named = { ...plain, assessment: { ...plain.assessment, authority: "test-authority" } };
    const { hosts, listDate } = view(tab(PAGE, named, record("a.example", "nothing-found")));
    expect(hosts.map(({ assessment }) => assessment.authority)).toEqual(["test-authority", null]);
    expect(listDate).toBe("2026-11-21");
  });

  it("offers the root to be watched, unless it is listed, and says when the user watches it already", async () => {
    const root = await selfSigned("ec-p256", { name: "CN=Root" });
    const entry = await ownEntry(root, { name: "Mine" });
    const plain = record("page.example", "added-root", { rootKey: entry.publicKey });
    const certificates = [summary({}), await summarise(parsed(root))];
    const state = tab(PAGE, { ...plain, assessment: { ...plain.assessment, certificates } });
    const rootIn = (list: Watchlist) => viewIn(list, state).hosts[0]?.root;
    const { name: _, why: __, added: ___, fromChain: ____, ...subject } = entry;
    expect(rootIn(watchlist)).toEqual({ subject, isPublic: false, ownName: null });
    expect(rootIn(withOwnList(watchlist, ownListOf([entry])))).toEqual({ subject, isPublic: false, ownName: "Mine" });
    expect(rootIn(await watchlistOfAll([], [entry.spkiSha256]))).toEqual({ subject, isPublic: true, ownName: null });
    expect(rootIn(await watchlistOf(root, "state-operated"))).toBeNull();
    expect(view(tab(PAGE, record("page.example", "added-root"))).hosts[0]?.root).toBeNull();
  });

  it("leaves out that the browser did not show a host once Inspect has shown it", () => {
    const unseen = record("page.example", "not-inspected", UNSEEN);
    const connections = (...records: HostRecord[]) => view(tab(PAGE, ...records)).hosts.map((host) => host.connection);
    expect(connections(unseen, record("page.example", "intercepted", PROBE))).toEqual(["probe"]);
    expect(connections(unseen, record("other.example", "nothing-found", PROBE))).toEqual(["page", "probe"]);
    expect(connections(unseen, record("page.example", "not-inspected", { ...UNSEEN, connection: "probe" }))).toEqual([
      "probe",
    ]);
    const seen = record("page.example", "nothing-found");
    expect(connections(seen, record("page.example", "nothing-found", PROBE))).toEqual(["page", "probe"]);
  });

  it("says of a page without connections that it is one of the browser's", () => {
    expect(view(EMPTY_TAB)).toMatchObject({ verdict: "not-inspected", hosts: [], unseen: "browser-page" });
    expect(view(tab("about:blank"))).toMatchObject({ verdict: "not-inspected", hosts: [], unseen: "browser-page" });
    expect(view(tab(PAGE, record("page.example", "listed"))).unseen).toBeNull();
  });

  it("offers Inspect where there is one and where it can say something", () => {
    expect(view(tab(PAGE)).inspect).toBe("available");
    expect(view(tab(PAGE), false).inspect).toBe("absent");
    expect(view(tab("http://page.example/")).inspect).toBe("not-for-this-page");
    expect(view(tab("http://page.example/"), false).inspect).toBe("not-for-this-page");
    expect(view(EMPTY_TAB).inspect).toBe("not-for-this-page");
  });
});

test.each([
  ["https://page.example/path", "https://page.example"],
  ["https://page.example:8443/", "https://page.example:8443"],
  ["https://[2001:db8::1]:8443/", "https://[2001:db8::1]:8443"],
  ["http://page.example/", null],
  ["about:blank", null],
])("Inspect asks for %s at %s", (url, origin) => {
  expect(inspectableOrigin(tab(url).current)).toBe(origin);
});

test("Inspect does not ask for a host that the browser refused, and minds no other", () => {
  const refused = record("page.example", "refused", STOPPED);
  expect(inspectableOrigin(tab(PAGE, refused).current)).toBeNull();
  expect(inspectableOrigin(tab(PAGE, record("ads.example", "refused", STOPPED)).current)).toBe("https://page.example");
  expect(inspectableOrigin(null)).toBeNull();
});
