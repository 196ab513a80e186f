import { VERDICTS } from "../../src/detection/verdict.ts";
import type { Entry } from "../journal-view/entry.ts";

export const COLUMNS = ["when", "what", "site", "authority", "times"] as const;
export type Column = (typeof COLUMNS)[number];

/** By which column the records are in order. */
export interface Order {
  readonly by: Column;
  readonly isDescending: boolean;
}

export const LATEST_FIRST: Order = { by: "when", isDescending: true };

/** What pressing a column's heading leads to: its order, and the other way round at the second press. */
export const pressed = (order: Order, by: Column): Order =>
  order.by === by ? { by, isDescending: !order.isDescending } : { by, isDescending: by === "when" || by === "times" };

/** What the order of two entries needs that they do not say themselves. */
export interface Ways {
  readonly compareNames: (one: string, other: string) => number;
  readonly nameOf: (authority: string) => string;
  /** How often an entry's record was seen in all. */
  readonly timesOf: (entry: Entry) => number;
}

/** The entries in an order; those that are the same by it are so by number, the latest first. What has no name comes last. */
export function ordered(latestFirst: readonly Entry[], { by, isDescending }: Order, ways: Ways): readonly Entry[] {
  if (by === "when") return isDescending ? latestFirst : latestFirst.toReversed();
  const turn = isDescending ? -1 : 1;
  const byName = (nameOf: (entry: Entry) => string | null) => (one: Entry, other: Entry) => {
    const [name, otherName] = [nameOf(one), nameOf(other)];
    if (name === null || otherName === null) return Number(name === null) - Number(otherName === null);
    return turn * ways.compareNames(name, otherName);
  };
  const byNumber = (numberOf: (entry: Entry) => number) => (one: Entry, other: Entry) =>
    turn * (numberOf(one) - numberOf(other));
  return latestFirst.toSorted(
    {
      what: byNumber(({ verdict }) => (verdict === null ? VERDICTS.length : VERDICTS.indexOf(verdict))),
      site: byName(({ host }) => host),
      authority: byName(({ authority }) => authority && ways.nameOf(authority)),
      times: byNumber(ways.timesOf),
    }[by],
  );
}
