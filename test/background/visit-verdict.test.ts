import { describe, expect, it } from "vitest";
import type { Place } from "../../extension/background/place.ts";
import { EMPTY_TAB, type TabState, withCommit, withRecord, withRequest } from "../../extension/background/tab-state.ts";
import { loudVerdict, visitVerdict } from "../../extension/background/visit-verdict.ts";
import { type Quiet, quietedBy } from "../../extension/settings/quiet.ts";
import { PROBE, record, UNSEEN, under } from "./records.ts";

const PAGE = "https://page.example/";

/** The connection of something that the page loads. */
const resource = (): Place => ({ tabId: 1, part: "resource", documentHost: "page.example" });

describe("the verdict over a page", () => {
  const verdictOver = (...records: ReturnType<typeof record>[]) =>
    visitVerdict(records.reduce((tab, each) => withRecord(tab, resource(), each), atPageUnseen()).current);

  function atPageUnseen(): TabState {
    return withCommit(withRequest(EMPTY_TAB, "1", PAGE), PAGE);
  }

  it("is the worst over all hosts", () => {
    expect(verdictOver(record("page.example", "nothing-found"), record("cdn.example", "suspected"))).toBe("suspected");
    expect(verdictOver(record("page.example", "listed"), record("cdn.example", "nothing-found"))).toBe("listed");
  });

  it("is not that nothing was found while the page's own host was not seen", () => {
    const cdn = record("cdn.example", "nothing-found");
    expect(verdictOver(cdn)).toBe("not-inspected");
    expect(verdictOver(record("page.example", "not-inspected", UNSEEN), cdn)).toBe("not-inspected");
    expect(verdictOver(record("page.example", "nothing-found"), cdn)).toBe("nothing-found");
  });

  it("counts a probe of the page's own host", () => {
    const own = record("page.example", "not-inspected", UNSEEN);
    expect(verdictOver(own, record("page.example", "nothing-found", PROBE))).toBe("nothing-found");
  });

  it("is that nothing was inspected without a page or without hosts", () => {
    expect(visitVerdict(null)).toBe("not-inspected");
    expect(verdictOver()).toBe("not-inspected");
  });
});

const KEY = "a1".repeat(32);
const OTHER_KEY = "b2".repeat(32);
const BY_ROOT: Quiet = { binds: "root", rootKey: KEY, subject: "CN=Antivirus Root" };

const placeOfRecord = ({ part }: ReturnType<typeof record>): Place =>
  part === "page" ? { tabId: 1, part, request: null } : { tabId: 1, part: "resource", documentHost: null };

describe("what the icon says of a page with something quieted", () => {
  const tab = (...records: ReturnType<typeof record>[]): TabState =>
    records.reduce(
      (state, each) => withRecord(state, placeOfRecord(each), each),
      withCommit(EMPTY_TAB, "https://page.example/"),
    );
  const loud = ({ current }: TabState, ...entries: Quiet[]) =>
    loudVerdict(current, (each) => quietedBy(each, entries) !== null);

  it("nothing, and goes on saying what is worse", () => {
    expect(loud(tab(under(KEY)))).toEqual({ verdict: "added-root", silent: false });
    expect(loud(tab(under(KEY)), BY_ROOT)).toEqual({ verdict: "added-root", silent: true });
    const worse = record("ads.example", "intercepted");
    expect(loud(tab(under(KEY), worse), BY_ROOT)).toEqual({ verdict: "intercepted", silent: false });
  });

  it("what else is not quieted, though it is less", () => {
    const state = tab(under(KEY, "page.example", "listed"), under(OTHER_KEY, "ads.example"));
    expect(loud(state, BY_ROOT)).toEqual({ verdict: "added-root", silent: false });
  });
});
