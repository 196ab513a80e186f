import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Recorder } from "../../extension/background/recorder.ts";
import { withCommit, withRequest } from "../../extension/background/tab-state.ts";
import { TabStore } from "../../extension/background/tab-store.ts";
import { watchForUser } from "../../extension/background/watch-for-user.ts";
import { browser } from "./fake-browser.ts";

const { withProbe } = vi.hoisted(() => ({ withProbe: vi.fn() }));

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));
vi.mock("../../extension/background/network-check.ts", () => ({ withProbe }));

const MINUTE = 60_000;
const recorder = { judge: vi.fn(), record: vi.fn() };
let tabs: TabStore;
let commit: (host: string) => void;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  await browser.storage.local.set({ settings: { watchForMe: true, watchedHosts: ["watched.example"] } });
  tabs = new TabStore();
  watchForUser(tabs, recorder as unknown as Recorder);
  const listener = browser.webNavigation.onCommitted.addListener.mock.lastCall?.[0];
  commit = (host) => listener({ tabId: 1, frameId: 0, url: `https://${host}/` });
});

afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
  browser.storage.session.values.clear();
});

test("no connection of our own, which is of no private window, is made for what one opens", async () => {
  const get = vi.spyOn(browser.tabs, "get").mockResolvedValue({ incognito: true });
  commit("watched.example");
  await vi.waitFor(() => expect(get).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve));
  expect(withProbe).not.toHaveBeenCalled();
  get.mockRestore();
});

test("what was seen of a watched host is not told on the page that has taken its place meanwhile", async () => {
  const [watched, next] = ["https://watched.example/", "https://next.example/"];
  let answer: (observation: object) => void = () => {};
  withProbe.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  await tabs.update(1, (state) => withCommit(withRequest(state, "1", watched), watched));
  commit("watched.example");
  await tabs.update(1, (state) => withCommit(withRequest(state, "2", next), next));
  answer({ basis: "error", host: "watched.example" });
  await vi.waitFor(() => expect(recorder.judge).toHaveBeenCalled());
  expect(recorder.record).not.toHaveBeenCalled();
});

test.each([
  ["a moment later", 1000, 1],
  ["after ten minutes", 11 * MINUTE, 2],
  ["when the clock was set forwards", 24 * 60 * MINUTE, 2],
  ["when the clock was set back", -24 * 60 * MINUTE, 2],
  ["when the clock was set right by a little", -MINUTE, 1],
])("a host that is opened again %s", async (_, passed, times) => {
  withProbe.mockResolvedValue({ basis: "none" });
  commit("watched.example");
  await vi.waitFor(() => expect(recorder.judge).toHaveBeenCalledTimes(1));
  vi.setSystemTime(Date.now() + passed);
  commit("watched.example");
  // Whatever comes of the host is come when another one that was opened after it was asked.
  commit("last.watched.example");
  await vi.waitFor(() => expect(recorder.judge).toHaveBeenCalledTimes(times + 1));
  expect(withProbe).toHaveBeenCalledTimes(times + 1);
});
