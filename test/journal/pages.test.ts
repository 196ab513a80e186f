import { expect, test } from "vitest";
import { PAGE_SIZE, partOf } from "../../extension/journal/pages.ts";

const LIST = Array.from({ length: 2 * PAGE_SIZE + 1 }, (_, index) => index + 1);

test("every item is on one page, and each page says which it shows", () => {
  const parts = [1, 2, 3].map((page) => partOf(LIST, page));
  expect(parts.flatMap(({ items }) => items)).toEqual(LIST);
  expect(parts[1]).toMatchObject({ page: 2, pages: 3, first: PAGE_SIZE + 1, last: 2 * PAGE_SIZE });
  expect(parts[2]).toMatchObject({ page: 3, first: LIST.length, last: LIST.length });
});

test("where the list has become shorter the last page is shown, and an empty list has one page", () => {
  expect(partOf(LIST, 9).page).toBe(3);
  expect(partOf([], 3)).toEqual({ items: [], page: 1, pages: 1, first: 0, last: 0 });
});
