import { expect, test, vi } from "vitest";
import { meetTab } from "../../extension/background/navigation.ts";
import type { Recorder } from "../../extension/background/recorder.ts";
import { EMPTY_TAB, withCommit, withRecord, withRequest } from "../../extension/background/tab-state.ts";
import { TabStore } from "../../extension/background/tab-store.ts";
import { browser } from "./fake-browser.ts";
import { record, shown } from "./records.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));

const URL_SHOWN = "https://page.example/";

/** Meets a tab of which this is known while it already names the URL. */
async function met(
  known: typeof EMPTY_TAB,
  url = URL_SHOWN,
): Promise<{ readonly tabs: TabStore; readonly told: number }> {
  vi.spyOn(browser.tabs, "get").mockImplementation(async () => ({ incognito: false, url }));
  const tabs = new TabStore();
  const recorder = { record: vi.fn(), announce: vi.fn() };
  await tabs.update(1, () => known);
  await meetTab(1, tabs, recorder as unknown as Recorder);
  return { tabs, told: recorder.record.mock.calls.length };
}

test.each([URL_SHOWN, "about:blank"])(
  "a page that is asked for about its commit, at %s, keeps what its request showed",
  async (url) => {
    const asked = withRequest(EMPTY_TAB, "1", URL_SHOWN);
    const place = { tabId: 1, part: "page", request: "1" } as const;
    const { tabs } = await met(withRecord(asked, place, record("page.example", "intercepted")), url);
    const { after } = await tabs.update(1, (state) => withCommit(state, URL_SHOWN));
    expect(shown(after)).toEqual(["page.example: intercepted"]);
  },
);

test("a tab that nothing is known of is said not to have been checked", async () => {
  const { tabs, told } = await met(EMPTY_TAB);
  expect(told).toBe(1);
  expect((await tabs.get(1)).current?.origin.host).toBe("page.example");
});
