import { expect, it } from "vitest";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import { checkClock } from "../../../src/evidence/verify/check-clock.ts";
import { Findings } from "../../../src/evidence/verify/verification.ts";
import { disclosed } from "../disclosed.ts";

const HOUR = 3_600_000;

const timeOf = (after: number) => new Date(Date.UTC(2026, 9, 3, 12) + after).toISOString();

/** A connection that was seen so many milliseconds after noon; null hides when. */
const seen = (seq: number, after: number | null, clockWentBack = false) =>
  disclosed("connection", { seq, clockWentBack }, after === null ? {} : { time: timeOf(after) });

function told(...records: DisclosedRecord[]): readonly string[] {
  const found = new Findings();
  checkClock(
    records.map((record, index) => [record, `line ${index + 1}`] as const),
    found,
  );
  for (const { key } of found.problems) expect(key).toBe("contradiction");
  return found.problems.map(({ at, details }) => `${at}: ${details}`);
}

const earlier = (seq: number) => `clock-earlier,${seq}`;
const later = (seq: number) => `clock-later,${seq}`;

it("a record is written within an hour of what it shows", () => {
  expect(told(seen(1, HOUR), seen(2, 0))).toEqual([]);
  expect(told(seen(1, HOUR + 1), seen(2, 0))).toEqual([`line 2: ${earlier(2)}`]);
  expect(told(seen(1, 0), seen(2, HOUR, true))).toEqual([]);
  expect(told(seen(1, 0), seen(2, HOUR + 1, true))).toEqual([`line 2: ${later(2)}`]);
});

it("a time that is hidden hides no other", () => {
  expect(told(seen(1, 3 * HOUR), seen(2, null), seen(3, 0))).toEqual([`line 3: ${earlier(3)}`]);
  expect(told(seen(1, 3 * HOUR), seen(2, null, true), seen(3, 0))).toEqual([]);
  expect(told(seen(1, null), seen(2, 9 * HOUR, true))).toEqual([]);
});

it("what is said of a record that is left out is compared with nothing", () => {
  expect(told(seen(1, 9 * HOUR), seen(3, 0))).toEqual([]);
  expect(told(seen(1, 0), seen(3, 9 * HOUR, true))).toEqual([]);
  expect(told(seen(1, 9 * HOUR), seen(3, 0), seen(4, 3 * HOUR))).toEqual([]);
  // The first of a journal follows none, whatever it says.
  expect(told(seen(1, 0, true))).toEqual([]);
});

it("an offer that was read later and a day that was closed later were not written before, and perhaps long after", () => {
  const offer = disclosed("offer", { seq: 2 }, { time: timeOf(0) });
  const count = disclosed("count", { seq: 2 }, { last: timeOf(0) });
  for (const record of [offer, count]) {
    expect(told(seen(1, 9 * HOUR), record)).toEqual([]);
    expect(told(record, seen(3, -2 * HOUR))).toEqual([`line 2: ${earlier(3)}`]);
    expect(told(record, seen(3, 9 * HOUR, true))).toEqual([]);
  }
});
