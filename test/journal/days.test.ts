import fc from "fast-check";
import { expect, test } from "vitest";
import { bar, dayAfter, daysUntil, foundByDay, totalOf } from "../../extension/journal/days.ts";
import { daysThatFit } from "../../extension/journal/use-days-that-fit.ts";
import { VERDICTS } from "../../src/detection/verdict.ts";
import { counting, entry } from "./entries.ts";

test("each day says how many records of each verdict it has, worst first, without what only counts them", () => {
  const found = foundByDay([
    counting(5, 4, 9, 0),
    entry(4, { verdict: "listed", day: "2026-11-22" }),
    entry(3, { day: "2026-11-22" }),
    entry(2, { verdict: "listed", day: "2026-11-22" }),
    entry(1, { day: "2026-10-31" }),
  ]);
  expect([...found]).toEqual([
    [
      "2026-11-22",
      [
        ["intercepted", 1],
        ["listed", 2],
      ],
    ],
    ["2026-10-31", [["intercepted", 1]]],
  ]);
  expect(totalOf(found.get("2026-11-22") ?? [])).toBe(3);
});

test("the calendar goes on over months, leap days and where clocks are changed", () => {
  expect(daysUntil("2028-03-01", 3)).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
  expect(daysUntil("2026-10-26", 3)).toEqual(["2026-10-24", "2026-10-25", "2026-10-26"]);
  expect(dayAfter("2026-12-31", 1)).toBe("2027-01-01");
  expect(dayAfter("2027-01-01", -31)).toBe("2026-12-01");
});

test("a bar is as high as its share of the highest day, and what is rare can be seen beside what is not", () => {
  expect(bar([["listed", 5]], 10, 100)).toEqual([{ verdict: "listed", top: 50, height: 50 }]);
  const [worst, rest] = bar(
    [
      ["intercepted", 1],
      ["listed", 9999],
    ],
    10_000,
    100,
  );
  expect(worst).toEqual({ verdict: "intercepted", top: 96, height: 4 });
  expect(rest).toEqual({ verdict: "listed", top: 0, height: 96 });
});

test("whatever the numbers, pieces lie on each other, each can be seen, and none leaves the chart", () => {
  const anyFound = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: VERDICTS.length });
  fc.assert(
    fc.property(anyFound, fc.integer({ min: 0, max: 100_000 }), (counts, more) => {
      const found = counts.map((count, index) => [VERDICTS[index] ?? "listed", count] as const);
      let bottom = 96;
      for (const { top, height } of bar(found, totalOf(found) + more, 96)) {
        expect(height).toBeGreaterThanOrEqual(4);
        expect(top + height).toBe(bottom);
        bottom = top;
      }
      expect(bottom).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("a narrow window has fewer days, each wide enough for a finger, and a wide one a month", () => {
  expect(daysThatFit(320)).toBe(11);
  expect(daysThatFit(1200)).toBe(31);
  expect(daysThatFit(0)).toBe(1);
  expect(daysThatFit(640, 32)).toBe(11);
});
