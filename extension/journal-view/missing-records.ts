import type { JournalState } from "../journal-store/journal-reader.ts";

/** Records that should be there and cannot be read. */
export interface Missing {
  readonly count: number;
  /** Their numbers, "2, 5–7"; the first of many. */
  readonly numbers: string;
}

/** As many numbers and ranges of numbers are named. */
const MOST_NAMED = 10;

/** Which records of the journal are not among those that could be read, by their numbers. Null when none is missing. */
export function missingRecords({ base, head }: JournalState, read: readonly number[]): Missing | null {
  const ranges: [first: number, last: number][] = [];
  let before = base.seq;
  for (const seq of [...read.toSorted((one, other) => one - other), head.seq + 1]) {
    if (seq > before + 1) ranges.push([before + 1, seq - 1]);
    before = Math.max(before, seq);
  }
  if (ranges.length === 0) return null;
  const named = ranges.slice(0, MOST_NAMED).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return {
    count: ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0),
    numbers: [...named, ...(ranges.length > MOST_NAMED ? ["…"] : [])].join(", "),
  };
}
