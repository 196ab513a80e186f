import { expect, test, vi } from "vitest";
import type { Recorder } from "../../extension/background/recorder.ts";
import { withCommit, withRequest } from "../../extension/background/tab-state.ts";
import { TabStore } from "../../extension/background/tab-store.ts";
import { watchForUser } from "../../extension/background/watch-for-user.ts";
import { browser } from "./fake-browser.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));
vi.mock("../../extension/background/network-check.ts", () => ({
  withProbe: (...order: unknown[]) => probing(...order),
}));

let answer: (observation: object) => void;
const probe = new Promise<object>((resolve) => {
  answer = resolve;
});

const probing = vi.fn((..._: unknown[]) => probe);

test("no connection of our own, which is of no private window, is made for what one opens", async () => {
  await browser.storage.local.set({ settings: { watchForMe: true, watchedHosts: ["watched.example"] } });
  const get = vi.spyOn(browser.tabs, "get").mockResolvedValue({ incognito: true });
  watchForUser(new TabStore(), {} as Recorder);
  const visit = { tabId: 1, frameId: 0, url: "https://watched.example/" };
  await browser.webNavigation.onCommitted.addListener.mock.lastCall?.[0](visit);
  await vi.waitFor(() => expect(get).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve));
  expect(probing).not.toHaveBeenCalled();
  get.mockRestore();
});

test("what was seen of a watched host is not told on the page that has taken its place meanwhile", async () => {
  const watched = "https://watched.example/";
  const next = "https://next.example/";
  await browser.storage.local.set({ settings: { watchForMe: true, watchedHosts: ["watched.example"] } });
  const tabs = new TabStore();
  const recorder = { judge: vi.fn(), record: vi.fn() };
  watchForUser(tabs, recorder as unknown as Recorder);
  await tabs.update(1, (state) => withCommit(withRequest(state, "1", watched), watched));
  browser.webNavigation.onCommitted.addListener.mock.lastCall?.[0]({ tabId: 1, frameId: 0, url: watched });
  await tabs.update(1, (state) => withCommit(withRequest(state, "2", next), next));
  answer({ basis: "error", host: "watched.example" });
  await vi.waitFor(() => expect(recorder.judge).toHaveBeenCalled());
  expect(recorder.record).not.toHaveBeenCalled();
});
