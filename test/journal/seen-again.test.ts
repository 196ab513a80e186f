import { expect, test } from "vitest";
import { rootsCounted, seenAgain } from "../../extension/journal/seen-again.ts";
import type { TallyRow } from "../../extension/journal-store/stored.ts";
import { counting, entry } from "./entries.ts";

const row = (of: number | null, count: number, last: number, root: TallyRow["root"] = null): TallyRow => ({
  ...{ id: `${of} ${count}`, day: "2026-11-22", root },
  counts: [{ leaf: "", of, count, last }],
});
const ROOT = { country: null, network: null, issuers: [], key: null };

test("what records count and what is counted aside comes together, with the last time of all", () => {
  const again = seenAgain([counting(4, 1, 2, 500), counting(3, 1, 5, 300), entry(2), entry(1)], [row(1, 3, 400)]);
  expect(again.get(1)).toEqual({ times: 10, last: 500 });
  expect(again.has(2)).toBe(false);
});

test("a record that nothing was counted of since was not seen again", () => {
  expect(seenAgain([entry(1)], [row(1, 0, 400)]).size).toBe(0);
});

test("connections under added roots wait for the end of their day", () => {
  expect(rootsCounted([row(null, 7, 0, ROOT), row(null, 2, 0, ROOT), row(3, 5, 0)])).toBe(9);
});
