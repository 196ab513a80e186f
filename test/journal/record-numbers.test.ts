import { expect, test } from "vitest";
import { numbersFragment, numbersNamed } from "../../extension/journal-view/record-numbers.ts";

const ALL = Array.from({ length: 20 }, (_, index) => index + 1);

test("an address names records, rows of them by their ends, and is read again as the same", () => {
  const fragment = numbersFragment([3, 8, 7, 9, 20]);
  expect(fragment).toBe("records=3,7-9,20");
  expect([...numbersNamed(fragment, ALL)]).toEqual([3, 7, 8, 9, 20]);
});

test("nothing is named beyond the records that are there", () => {
  expect([...numbersNamed("records=19-9999999999", ALL)]).toEqual([19, 20]);
});

test.each(["", "records=", "records=a", "records=1-2-3", "records=-1", "other=1", "records=1,"])(
  "an address that ends in %j names none",
  (fragment) => expect(numbersNamed(fragment, ALL).size).toBe(0),
);
