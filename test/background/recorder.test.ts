import { expect, test, vi } from "vitest";
import { Alerts } from "../../extension/background/alerts/alerts.ts";
import { QuietList } from "../../extension/background/alerts/quiet-list.ts";
import { Journal } from "../../extension/background/journal/journal.ts";
import { Network } from "../../extension/background/memory/network.ts";
import { Recorder } from "../../extension/background/recorder.ts";
import { withCommit, withRequest } from "../../extension/background/tab-state.ts";
import { TabStore } from "../../extension/background/tab-store.ts";
import { visitVerdict } from "../../extension/background/visit-verdict.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { browser } from "./fake-browser.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));

test("what a frame offers does not count before what the page itself offers", async () => {
  const tabs = new TabStore();
  const parts = { alerts: new Alerts(tabs), quiet: new QuietList(), journal: new Journal(async () => "2026-11-22") };
  const recorder = new Recorder(tabs, async () => watchlist, new Network(), parts);
  const offer = { url: "https://page.example/root.crt", method: "GET", isHeld: false };
  expect(await recorder.recordOffer(1, { ...offer, isInFrame: true })).toBe("first");
  expect(await recorder.recordOffer(1, { ...offer, isInFrame: false })).toBe("first");
  expect(await recorder.recordOffer(1, { ...offer, isInFrame: false })).toBe("another");
});

test("a disk that takes and gives nothing hides no alarm", async () => {
  browser.storage.local.broken = true;
  const tabs = new TabStore();
  const parts = { alerts: new Alerts(tabs), quiet: new QuietList(), journal: new Journal(async () => "2026-11-22") };
  const recorder = new Recorder(tabs, async () => watchlist, new Network(), parts);
  const url = "https://www.google.com/";
  await tabs.update(1, (state) => withCommit(withRequest(state, "1", url), url));
  await recorder.record(
    { tabId: 1, part: "page", request: "1" },
    {
      connection: "page",
      source: "browser-error",
      host: "www.google.com",
      at: 1,
      basis: "error",
      outcome: "stopped",
      error: { kind: "known-interception", code: "ERR_CERT_KNOWN_INTERCEPTION_BLOCKED" },
    },
  );
  expect(visitVerdict((await tabs.get(1)).current)).toBe("suspected");
});
