import { expect, test } from "vitest";
import { EVERYTHING, filtered, isNarrow } from "../../extension/journal/filter.ts";
import { counting, entry, numbers } from "./entries.ts";

const ENTRIES = [
  counting(6, 5, 3, 0),
  entry(5, { host: "Mail.Example", site: "news.example", day: "2026-11-22" }),
  entry(4, { verdict: "listed", authority: "an-authority", day: "2026-11-21" }),
  entry(3, { kind: "added-root", verdict: "added-root", host: null, site: null, count: 8, day: "2026-11-21" }),
  entry(2, { kind: "offer", verdict: "not-inspected", host: "mail.example", day: "2026-11-19" }),
  entry(1, { day: "2026-11-18" }),
];
const nameOf = (authority: string) => (authority === "an-authority" ? "Удостоверяющий центр" : authority);
const shown = (changes: Partial<typeof EVERYTHING>) =>
  numbers(filtered(ENTRIES, { ...EVERYTHING, ...changes }, nameOf));

test("everything that was found is shown, and what only counts it is not", () => {
  expect(shown({})).toEqual([5, 4, 3, 2, 1]);
  expect(shown({ kind: "count" })).toEqual([6]);
});

test("a verdict, a kind and days each narrow it down, the first and the last day included", () => {
  expect(shown({ verdict: "intercepted" })).toEqual([5, 1]);
  expect(shown({ kind: "offer" })).toEqual([2]);
  expect(shown({ from: "2026-11-19", to: "2026-11-21" })).toEqual([4, 3, 2]);
  expect(shown({ from: "2026-11-22" })).toEqual([5]);
  expect(shown({ to: "2026-11-18" })).toEqual([1]);
  expect(shown({ verdict: "intercepted", to: "2026-11-20" })).toEqual([1]);
});

test("a text is found in sites, pages and the names of authorities, in whatever case and with spaces around it", () => {
  expect(shown({ text: " MAIL.ex" })).toEqual([5, 2]);
  expect(shown({ text: "news" })).toEqual([5]);
  expect(shown({ text: "удостов" })).toEqual([4]);
  expect(shown({ text: "nowhere" })).toEqual([]);
});

test("a filter is narrow as soon as it hides something", () => {
  expect(isNarrow(EVERYTHING)).toBe(false);
  expect(isNarrow({ ...EVERYTHING, to: "2026-11-18" })).toBe(true);
});
