import { describe, expect, it } from "vitest";
import type { Place } from "../../extension/background/place.ts";
import { isTabState } from "../../extension/background/stored-tab.ts";
import {
  EMPTY_TAB,
  isServedBy,
  type TabState,
  visitAt,
  withCommit,
  withRecord,
  withRequest,
} from "../../extension/background/tab-state.ts";
import { visitVerdict } from "../../extension/background/visit-verdict.ts";
import { record, shown } from "./records.ts";

const PAGE = "https://page.example/";
const NEXT = "https://next.example/";

const page = (request: string): Place => ({ tabId: 1, part: "page", request });
const of = (document: string, documentHost = "page.example"): Place => ({
  tabId: 1,
  part: "resource",
  documentHost,
  document,
});

/** A tab that shows `PAGE` since the moment 100, as document "one", with this verdict. */
function atPage(verdict: "nothing-found" | "intercepted" = "nothing-found"): TabState {
  const asked = withRequest(EMPTY_TAB, "1", PAGE, { at: 50 });
  return withCommit(withRecord(asked, page("1"), record("page.example", verdict)), PAGE, { at: 100, document: "one" });
}

/** The same tab after it went on to `NEXT` at this moment. */
function atNext(tab: TabState, asked: { at: number; from?: string }): TabState {
  const requested = withRecord(
    withRequest(tab, "2", NEXT, asked),
    page("2"),
    record("next.example", "nothing-found", { part: "page" }),
  );
  return withCommit(requested, NEXT, { at: asked.at + 1, document: "two" });
}

describe("a page that is given back from memory", () => {
  it("has what was known of it, and the page in between keeps its own", () => {
    const alarmed = withRecord(atPage(), of("one"), record("cdn.example", "intercepted"));
    const back = withCommit(atNext(alarmed, { at: 200 }), PAGE, { at: 300, document: "one" });
    expect(shown(back)).toEqual(["page.example: nothing-found", "cdn.example: intercepted"]);
    expect(shown(withCommit(back, NEXT, { at: 400, document: "two" }))).toEqual(["next.example: nothing-found"]);
  });

  it("is not another page of the same address", () => {
    const other = withCommit(atNext(atPage("intercepted"), { at: 200 }), PAGE, { at: 300, document: "three" });
    expect(shown(other)).toEqual([]);
  });

  it("is forgotten after a few more, so that the store stays small", () => {
    let tab = atPage();
    for (let number = 0; number < 20; number++) {
      tab = withCommit(tab, `https://p${number}.example/`, { at: 200 + number, document: `d${number}` });
    }
    expect(tab.past.length).toBeLessThan(10);
    expect(isTabState(JSON.parse(JSON.stringify(tab)))).toBe(true);
  });
});

describe("what a page sends when it is left", () => {
  it("belongs to that page and not to the next, also on the same host", () => {
    const next = withCommit(withRequest(atPage(), "2", PAGE, { at: 200 }), PAGE, { at: 201, document: "two" });
    const late = withRecord(next, of("one"), record("beacon.example", "intercepted"));
    expect(shown(late)).toEqual([]);
    expect(shown(withCommit(late, PAGE, { at: 300, document: "one" }))).toContain("beacon.example: intercepted");
  });

  it("belongs to none when the tab has forgotten that page", () => {
    const tab = atPage();
    expect(withRecord(tab, of("unknown"), record("beacon.example", "intercepted"))).toBe(tab);
    expect(visitAt(tab, of("unknown"))).toBeNull();
  });
});

describe("events that overtake one another while the background wakes up", () => {
  it("the commit of what the tab showed before does not take away the page that is on its way", () => {
    const asked = withRequest(EMPTY_TAB, "1", PAGE, { at: 200 });
    const blank = withCommit(asked, "about:blank", { at: 100, document: "blank" });
    const seen = withRecord(blank, page("1"), record("page.example", "nothing-found"));
    expect(shown(withCommit(seen, PAGE, { at: 300, document: "one" }))).toEqual(["page.example: nothing-found"]);
  });

  it("the commit of an earlier page of the same origin neither", () => {
    const asked = withRequest(EMPTY_TAB, "2", PAGE, { at: 200 });
    const earlier = withCommit(asked, PAGE, { at: 100, document: "one" });
    const seen = withRecord(earlier, page("2"), record("page.example", "intercepted"));
    expect(shown(seen)).toEqual([]);
    expect(shown(withCommit(seen, PAGE, { at: 300, document: "two" }))).toEqual(["page.example: intercepted"]);
  });
});

describe("an alarm of a page that sends the tab on", () => {
  it("is told on the next page, as that of the page before", () => {
    const next = atNext(atPage("intercepted"), { at: 2_000, from: PAGE });
    expect(visitVerdict(next.current)).toBe("intercepted");
    expect(Object.values(next.current?.hosts ?? {}).map(({ part }) => part)).toEqual(["page", "before"]);
  });

  it("is told over several such pages, and not when somebody had time to see it", () => {
    const twice = withCommit(
      withRequest(atNext(atPage("intercepted"), { at: 2_000, from: PAGE }), "3", PAGE, { at: 2_500, from: NEXT }),
      PAGE,
      { at: 2_600, document: "three" },
    );
    expect(visitVerdict(twice.current)).toBe("intercepted");
    expect(shown(atNext(atPage("intercepted"), { at: 60_000, from: PAGE }))).toEqual(["next.example: nothing-found"]);
  });

  it("is not told when the user went there, or another page sent the tab", () => {
    for (const from of [undefined, "https://other.example/"]) {
      const next = atNext(atPage("intercepted"), from === undefined ? { at: 200 } : { at: 200, from });
      expect(shown(next)).toEqual(["next.example: nothing-found"]);
    }
  });

  it("is told of nothing less than a suspicion", () => {
    expect(shown(atNext(atPage(), { at: 200, from: PAGE }))).toEqual(["next.example: nothing-found"]);
  });
});

describe("a worker serves", () => {
  const worker = { part: "worker", documentHost: "page.example", isPrivate: false } as const;
  const tab = (store?: string) => withCommit(withRequest(EMPTY_TAB, "1", PAGE, { store }), PAGE);

  it("the pages of its host in its container, and no others", () => {
    expect(isServedBy(tab("firefox-default"), { ...worker, store: "firefox-default" })).toBe(true);
    expect(isServedBy(tab("firefox-container-1"), { ...worker, store: "firefox-default" })).toBe(false);
    expect(isServedBy(tab("firefox-private"), { ...worker, store: "firefox-default" })).toBe(false);
    expect(isServedBy(tab(), { ...worker, store: null })).toBe(true);
    expect(isServedBy(tab(), { ...worker, store: null, documentHost: "other.example" })).toBe(false);
    expect(isServedBy(EMPTY_TAB, { ...worker, store: null })).toBe(false);
  });
});
