import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Memo } from "../../../extension/background/observers/memo.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Counts how often a memo asks about each key. */
function counting() {
  const memo = new Memo<string>();
  const asked: string[] = [];
  const ask = (key: string) =>
    memo.get(key.charAt(0), key, () => {
      asked.push(key);
      return Promise.resolve(`${key} ${asked.length}`);
    });
  return { memo, asked, ask };
}

test("requests that start together share one answer, and one of them is told that it is new", async () => {
  const { asked, ask } = counting();
  const [first, second] = [ask("a"), ask("a")];
  expect([first.isNew, second.isNew]).toEqual([true, false]);
  expect(second.answer).toBe(first.answer);
  expect(await second.answer).toBe("a 1");
  expect(asked).toEqual(["a"]);
});

test("other connections are asked about for themselves", () => {
  const { asked, ask } = counting();
  expect(ask("a").isNew && ask("b").isNew).toBe(true);
  expect(asked).toEqual(["a", "b"]);
});

test("an answer stands for ten seconds and is not prolonged by being used", () => {
  const { asked, ask } = counting();
  ask("a");
  vi.advanceTimersByTime(9_999);
  expect(ask("a").isNew).toBe(false);
  vi.advanceTimersByTime(1);
  expect(ask("a").isNew).toBe(true);
  expect(asked).toEqual(["a", "a"]);
});

test("what a group or everything is dropped of is asked about again", () => {
  const { memo, ask } = counting();
  for (const key of ["a 1", "a 2", "b"]) ask(key);
  memo.deleteGroup("a");
  expect([ask("a 1").isNew, ask("a 2").isNew, ask("b").isNew]).toEqual([true, true, false]);
  memo.clear();
  expect([ask("a 1").isNew, ask("b").isNew]).toEqual([true, true]);
});

test("an answer that said nothing is asked for once more, and no more often in ten seconds", () => {
  const { memo, asked, ask } = counting();
  for (let request = 0; request < 5; request++) {
    ask("a");
    memo.askAgain("a");
  }
  expect(asked).toEqual(["a", "a"]);
  vi.advanceTimersByTime(10_000);
  expect(ask("a").isNew).toBe(true);
});

test("many connections at once push out no answer that still stands", () => {
  const { ask } = counting();
  for (let i = 0; i < 600; i++) ask(`old ${i}`);
  vi.advanceTimersByTime(5_000);
  for (let i = 0; i < 600; i++) ask(`new ${i}`);
  expect(ask("old 0").isNew).toBe(false);
  vi.advanceTimersByTime(5_000);
  ask("one more");
  expect(ask("new 0").isNew).toBe(false);
});

test("an answer does not stand for the hours by which a clock was put back", () => {
  const { asked, ask } = counting();
  ask("a");
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(ask("a").isNew).toBe(true);
  expect(ask("a").isNew).toBe(false);
  expect(asked).toEqual(["a", "a"]);
});
