import { expect, test, vi } from "vitest";
import { observeBrowserErrors } from "../../../extension/background/observers/browser-error.ts";
import { probeOrigin } from "../../../extension/background/observers/probe.ts";
import { browser } from "../fake-browser.ts";

vi.mock("../../../extension/platform/browser.ts", () => import("../fake-browser.ts"));

test("a frame of a page that fails is no answer to a check of the same address", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError()));
  const report = vi.fn(async () => false);
  observeBrowserErrors(report, { errorPage: vi.fn(), aborted: vi.fn() });
  const [fail] = browser.webNavigation.onErrorOccurred.addListener.mock.lastCall ?? [];

  const checked = probeOrigin("https://checked.example", new AbortController().signal, { tabId: 7, load: vi.fn() });
  const frame = { frameId: 3, url: "https://checked.example/" };
  fail({ ...frame, tabId: 8, error: "net::ERR_CERT_AUTHORITY_INVALID" });
  fail({ ...frame, tabId: 7, error: "net::ERR_CERT_REVOKED" });
  expect(await checked).toMatchObject({ error: { code: "ERR_CERT_REVOKED" } });
  expect(report).toHaveBeenCalledOnce();
  expect(report).toHaveBeenCalledWith(expect.objectContaining({ tabId: 8 }), expect.anything());
});
