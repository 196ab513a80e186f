import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askAgain } from "../../extension/components/ask-again.ts";
import { browser } from "../background/fake-browser.ts";

vi.mock("../../extension/platform/browser.ts", () => import("../background/fake-browser.ts"));

const QUESTION = { type: "get-alerts" } as const;
const never = () => new Promise<unknown>(() => {});

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Has the background answer the first question, the second and so on in these ways, and every further one as the last. */
function answer(...ways: readonly (() => Promise<unknown>)[]) {
  let turn = 0;
  return vi.spyOn(browser.runtime, "sendMessage").mockImplementation(() => {
    const way = ways[Math.min(turn, ways.length - 1)] ?? never;
    turn += 1;
    return way();
  });
}

/** What comes of a question once all the time that it waits is over. */
async function asked(): Promise<unknown> {
  const outcome = askAgain(QUESTION).catch((error: Error) => error.message);
  await vi.runAllTimersAsync();
  return outcome;
}

type Case = readonly [when: string, ways: readonly (() => Promise<unknown>)[], questions: number];

test.each<Case>([
  ["at once", [async () => "answer"], 1],
  ["once it was asked again, where the first question went under", [never, async () => "answer"], 2],
  [
    "once it was asked again, where the background ended in the middle",
    [() => Promise.reject(new Error("closed")), async () => "answer"],
    2,
  ],
  ["once it was asked again, where nobody was there", [async () => undefined, async () => "answer"], 2],
])("an answer comes %s", async (_, ways, questions) => {
  const send = answer(...ways);
  expect(await asked()).toBe("answer");
  expect(send).toHaveBeenCalledTimes(questions);
});

test("an answer that is null is one", async () => {
  answer(async () => null);
  expect(await asked()).toBeNull();
});

test("the first question is answered late, and counts", async () => {
  answer(() => new Promise((end) => setTimeout(() => end("late"), 12_000)), never);
  expect(await asked()).toBe("late");
});

test("a background that never answers is given up", async () => {
  answer(never);
  expect(await asked()).toBe("The background gave no answer.");
});
