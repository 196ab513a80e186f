import { VERDICTS, type Verdict } from "../../src/detection/verdict.ts";
import type { Entry } from "../journal-view/entry.ts";

/** How many records of each verdict, worst first; verdicts without one are left out. */
export type Found = readonly (readonly [verdict: Verdict, count: number])[];

/** What was found on each day that has records. Records that only count others do not count. */
export function foundByDay(entries: readonly Entry[]): ReadonlyMap<string, Found> {
  const days = new Map<string, Map<Verdict, number>>();
  for (const { day, verdict } of entries) {
    if (verdict === null) continue;
    const found = days.get(day) ?? new Map<Verdict, number>();
    days.set(day, found.set(verdict, (found.get(verdict) ?? 0) + 1));
  }
  const sorted = (found: ReadonlyMap<Verdict, number>): Found =>
    VERDICTS.flatMap((verdict) => (found.has(verdict) ? [[verdict, found.get(verdict) ?? 0] as const] : []));
  return new Map([...days].map(([day, found]) => [day, sorted(found)]));
}

/** How many records there are in all. */
export const totalOf = (found: Found): number => found.reduce((sum, [, count]) => sum + count, 0);

/** So many days of the calendar that end with one, oldest first. @param last "2026-11-22". */
export function daysUntil(last: string, count: number): readonly string[] {
  const end = Date.parse(last);
  return Array.from({ length: count }, (_, index) => dayText(end - (count - 1 - index) * DAY_MS));
}

/** The day that lies so many days after another, or before. */
export const dayAfter = (day: string, count: number): string => dayText(Date.parse(day) + count * DAY_MS);

const DAY_MS = 86_400_000;
const dayText = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, "2026-11-22".length);

/** A piece of a day's bar, in pixels from the top of the chart. */
export interface Piece {
  readonly verdict: Verdict;
  readonly top: number;
  readonly height: number;
}

/** What is found rarely must be seen beside what is found often. */
const LEAST_PIECE = 4;

/** A day's bar, the worst at the bottom. @param most the records of the day with most of them. @param height of the chart, in pixels. */
export function bar(found: Found, most: number, height: number): readonly Piece[] {
  const heights = found.map(([, count]) => Math.max(LEAST_PIECE, Math.round((count / most) * height)));
  const excess = Math.max(0, heights.reduce((sum, each) => sum + each, 0) - height);
  const largest = heights.indexOf(Math.max(...heights));
  let top = height;
  return found.map(([verdict], index) => {
    const own = (heights[index] ?? 0) - (index === largest ? excess : 0);
    top -= own;
    return { verdict, top, height: own };
  });
}
