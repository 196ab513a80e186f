import { expect, it } from "vitest";
import { authorityOf, keyOf } from "../../src/evidence/named.ts";
import { disclosed, HASH } from "./disclosed.ts";

const OTHER = "cd".repeat(32);

it("the authority and the key of a record are those that its line says, or what it discloses", () => {
  const open = disclosed("connection", { authority: "open", key: HASH });
  expect([authorityOf(open), keyOf(open)]).toEqual(["open", HASH]);
  const key = { spkiSha256: OTHER, isLeaf: false };
  const shown = disclosed("offer", {}, { authority: "shown", key });
  expect([authorityOf(shown), keyOf(shown)]).toEqual(["shown", OTHER]);
});

it("what a record hides, or has none of, is null", () => {
  for (const record of [disclosed("connection"), disclosed("added-root"), disclosed("count")]) {
    expect([authorityOf(record), keyOf(record)]).toEqual([null, null]);
  }
  expect(keyOf(disclosed("connection", {}, { key: null }))).toBeNull();
});
