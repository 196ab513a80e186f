import { expect, test } from "vitest";
import { LATEST_FIRST, ordered, pressed } from "../../extension/journal/order.ts";
import { entry, numbers } from "./entries.ts";

const ENTRIES = [
  entry(4, { host: "b.example", verdict: "listed", authority: "x", count: 2 }),
  entry(3, { host: null, kind: "added-root", verdict: "added-root", count: 9 }),
  entry(2, { host: "a.example", verdict: "intercepted", authority: "y" }),
  entry(1, { host: "b.example", verdict: "intercepted" }),
];
const WAYS = {
  compareNames: (one: string, other: string) => (one < other ? -1 : Number(one > other)),
  nameOf: (authority: string) => ({ x: "Zeta", y: "Alpha" })[authority] ?? authority,
  timesOf: ({ count }: { readonly count: number }) => count,
};
const by = (column: Parameters<typeof pressed>[1], isDescending: boolean) =>
  numbers(ordered(ENTRIES, { by: column, isDescending }, WAYS));

test("the latest come first until a heading is pressed, and a second press turns the order round", () => {
  expect(numbers(ordered(ENTRIES, LATEST_FIRST, WAYS))).toEqual([4, 3, 2, 1]);
  const bySite = pressed(LATEST_FIRST, "site");
  expect(bySite).toEqual({ by: "site", isDescending: false });
  expect(pressed(bySite, "site")).toEqual({ by: "site", isDescending: true });
  expect(pressed(LATEST_FIRST, "times")).toEqual({ by: "times", isDescending: true });
});

test("each column puts them in order; what is the same stays latest first, and what has no name comes last", () => {
  expect(by("when", false)).toEqual([1, 2, 3, 4]);
  expect(by("what", false)).toEqual([2, 1, 4, 3]);
  expect(by("what", true)).toEqual([3, 4, 2, 1]);
  expect(by("site", false)).toEqual([2, 4, 1, 3]);
  expect(by("site", true)).toEqual([4, 1, 2, 3]);
  expect(by("authority", false)).toEqual([2, 4, 3, 1]);
  expect(by("times", true)).toEqual([3, 4, 2, 1]);
});
