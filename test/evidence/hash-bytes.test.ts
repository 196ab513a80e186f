import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { hashBytes as byNode } from "../../src/cli/hash-bytes.ts";
import { hashBytes } from "../../src/evidence/hash-bytes.ts";

it("the digest by Node is the one that browsers compute, at every length about a block", () => {
  for (let length = 0; length < 200; length++) {
    const bytes = randomBytes(length);
    expect(byNode(bytes)).toBe(hashBytes(bytes));
  }
});
