import { expect, test, vi } from "vitest";
import { answerChecks } from "../../extension/background/network-check.ts";
import type { Recorder } from "../../extension/background/recorder.ts";
import { CHECK_PORT } from "../../extension/messages.ts";
import { browser } from "./fake-browser.ts";
import { record } from "./records.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));

test("a host that cannot be judged keeps back neither the others nor the end", async () => {
  vi.stubGlobal("fetch", async () => null);
  const judge = async ({ host }: { readonly host: string }) => {
    if (host === "odd.example") throw new Error("it cannot be judged");
    return record(host, "nothing-found");
  };
  answerChecks({ judge } as unknown as Recorder);
  const port = {
    name: CHECK_PORT,
    sender: { id: "own", url: "chrome-extension://own/check", tab: { id: 1, incognito: false } },
    onDisconnect: { addListener: vi.fn() },
    onMessage: { addListener: vi.fn() },
    postMessage: vi.fn(),
  };
  browser.runtime.onConnect.addListener.mock.lastCall?.[0](port);
  const order = { type: "check-network", targets: ["odd.example", "plain.example"], inPrivate: false };
  port.onMessage.addListener.mock.lastCall?.[0](order);
  await vi.waitFor(() => expect(port.postMessage).toHaveBeenCalledWith({ type: "ended", ending: "incomplete" }));
  const checked = port.postMessage.mock.calls.filter(([news]) => news.type === "checked");
  expect(new Set(checked.map(([news]) => news.target))).toEqual(new Set(["plain.example"]));
});
