import type { TallyRow } from "../journal-store/stored.ts";
import type { Entry } from "../journal-view/entry.ts";

/** How often something was seen after its record was made. */
export interface Again {
  readonly times: number;
  /** Milliseconds since 1970; null when it was not. */
  readonly last: number | null;
}

export const NEVER: Again = { times: 0, last: null };

/** By the numbers of records: what other records count of them, and what is counted aside and in no record yet. */
export function seenAgain(entries: readonly Entry[], tally: readonly TallyRow[]): ReadonlyMap<number, Again> {
  const again = new Map<number, Again>();
  const add = (of: number, times: number, last: number) => {
    const known = again.get(of) ?? NEVER;
    again.set(of, { times: known.times + times, last: Math.max(known.last ?? 0, last) });
  };
  for (const { of, count, last } of entries) if (of !== null) add(of, count, last ?? 0);
  for (const { counts } of tally) {
    for (const { of, count, last } of counts) if (of !== null && count > 0) add(of, count, last);
  }
  return again;
}

/** How many connections under added roots are counted aside and in no record yet. */
export function rootsCounted(tally: readonly TallyRow[]): number {
  return tally
    .filter(({ root }) => root !== null)
    .flatMap(({ counts }) => counts)
    .reduce((sum, { count }) => sum + count, 0);
}
