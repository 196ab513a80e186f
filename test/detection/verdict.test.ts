import { expect, test } from "vitest";
import { type Verdict, worstVerdict } from "../../src/detection/verdict.ts";

test.each<[worse: Verdict, better: Verdict]>([
  ["intercepted", "suspected"],
  ["suspected", "refused"],
  ["refused", "listed"],
  ["listed", "added-root"],
  ["added-root", "nothing-found"],
  ["nothing-found", "not-inspected"],
  ["intercepted", "not-inspected"],
])("%s is worse than %s", (worse, better) => {
  expect(worstVerdict([better, worse, better])).toBe(worse);
  expect(worstVerdict([worse, better])).toBe(worse);
});

test("the worst of nothing is that nothing was inspected", () => {
  expect(worstVerdict([])).toBe("not-inspected");
});
