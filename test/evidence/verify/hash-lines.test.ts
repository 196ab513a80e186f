import { expect, it } from "vitest";
import { lineHash } from "../../../src/evidence/line.ts";
import { hashLines } from "../../../src/evidence/verify/hash-lines.ts";

it("each line has the hash by which the next one names it", async () => {
  const lines = ["", "a", "п\u202e", "a"];
  expect(hashLines(lines.map((line) => ({ line })))).toEqual(await Promise.all(lines.map(lineHash)));
});
