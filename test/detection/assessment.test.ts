import { expect, it } from "vitest";
import { isReason } from "../../src/detection/assessment.ts";

it.each([
  ["added-root", true],
  ["added-roots", false],
  ["", false],
])("%j is a reason that this version knows: %s", (text, is) => {
  expect(isReason(text)).toBe(is);
});
