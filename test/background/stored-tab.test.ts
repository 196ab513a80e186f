import { describe, expect, it } from "vitest";
import { isTabState } from "../../extension/background/stored-tab.ts";
import { EMPTY_TAB, type TabState, withCommit, withRecord, withRequest } from "../../extension/background/tab-state.ts";
import { record } from "./records.ts";

const PAGE = "https://page.example/";

/** A tab that shows `PAGE`, in which nothing was found. */
function atPage(): TabState {
  const own = record("page.example", "nothing-found");
  return withCommit(withRecord(withRequest(EMPTY_TAB, "1", PAGE), { tabId: 1, part: "page", request: "1" }, own), PAGE);
}

describe("a tab's state from the store", () => {
  it.each<[string, TabState]>([
    ["of a page", atPage()],
    ["of a page that is about to give way", withRequest(atPage(), "2", "about:blank")],
    ["of nothing", EMPTY_TAB],
  ])("is taken as it was put there: %s", (_, state) => {
    expect(isTabState(JSON.parse(JSON.stringify(state)))).toBe(true);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["no object", "tab"],
    ["an older outline", { current: { request: "1", hosts: {} }, pending: null }],
    ["an outline without the error page", JSON.parse(JSON.stringify(atPage()).replaceAll("awaitsErrorPage", "other"))],
    ["no pending page", { current: null }],
    ["a verdict that there is not", JSON.parse(JSON.stringify(atPage()).replaceAll("nothing-found", "safe"))],
  ])("is refused when it is %s", (_, value) => {
    expect(isTabState(value)).toBe(false);
  });
});
