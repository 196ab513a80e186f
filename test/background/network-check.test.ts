import { expect, test, vi } from "vitest";
import { answerChecks } from "../../extension/background/network-check.ts";
import type { Recorder } from "../../extension/background/recorder.ts";
import { CHECK_PORT } from "../../extension/messages.ts";
import { browser } from "./fake-browser.ts";
import { record } from "./records.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));

/** Has these hosts checked for a page of ours, and waits for an ending. @returns what the page was told. */
async function check(judge: (observed: { readonly host: string }, ...rest: unknown[]) => unknown, targets: string[]) {
  vi.stubGlobal("fetch", async () => null);
  answerChecks({ judge } as unknown as Recorder);
  const port = {
    name: CHECK_PORT,
    sender: { id: "own", url: "chrome-extension://own/check", tab: { id: 1, incognito: false } },
    onDisconnect: { addListener: vi.fn() },
    onMessage: { addListener: vi.fn() },
    postMessage: vi.fn(),
  };
  browser.runtime.onConnect.addListener.mock.lastCall?.[0](port);
  port.onMessage.addListener.mock.lastCall?.[0]({ type: "check-network", targets, inPrivate: false });
  const told = () => port.postMessage.mock.calls.map(([news]) => news);
  await vi.waitFor(() => expect(told().at(-1)).toMatchObject({ type: "ended" }));
  return told();
}

test("a host that cannot be judged keeps back neither the others nor the end", async () => {
  const judge = async ({ host }: { readonly host: string }) => {
    if (host === "odd.example") throw new Error("it cannot be judged");
    return record(host, "nothing-found");
  };
  const told = await check(judge, ["odd.example", "plain.example"]);
  expect(told.at(-1)).toEqual({ type: "ended", ending: "incomplete" });
  const checked = told.filter(({ type }) => type === "checked");
  expect(new Set(checked.map(({ target }) => target))).toEqual(new Set(["plain.example"]));
});

test("what goes into the journal stands in another order than the hosts were listed and asked in", async () => {
  const kept: string[] = [];
  const judge = async ({ host }: { readonly host: string }, ...[, , occasion]: unknown[]) => {
    if (occasion !== null) kept.push(host);
    return record(host, "nothing-found");
  };
  // That chance leaves so many as they were is not to be expected before the sun goes out.
  const targets = Array.from({ length: 20 }, (_, number) => `${number}.example`);
  await check(judge, targets);
  expect(kept).not.toEqual(targets);
  expect(kept.toSorted()).toEqual(targets.toSorted());
});
