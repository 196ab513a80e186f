import { beforeAll, describe, expect, it } from "vitest";
import { standing } from "../../../src/evidence/report/standing.ts";
import type { Stands } from "../../../src/evidence/report/stands.ts";
import type { Role } from "../../../src/watchlist/authority.ts";
import { parsed, selfSigned } from "../../certificate/made.ts";
import { HASH } from "../disclosed.ts";
import { AUTHORITY, content, linesOf } from "./content.ts";

let stands: (role: Role, authority?: string) => Stands;

beforeAll(async () => {
  const leaf = parsed(await selfSigned("ec-p256", { name: "CN=a leaf,O=Made" }));
  stands = (role, authority = "one") => ({ seq: 3, leaf, authority, role, key: HASH });
});

const lines = (all: readonly Stands[], beyond: readonly Stands[] = []) => {
  const authorities = new Map([["one", AUTHORITY]]);
  return linesOf(standing(content({ stands: all, beyond: new Set(beyond), authorities }))).slice(3);
};

describe("part A of a report", () => {
  it("tells to whose key signatures lead, and what that key is known for", () => {
    expect(lines([stands("interception")])).toEqual([
      "Record 3: the signatures lead from “a leaf” to a key of “One”.",
      ...[`SHA-256 of the public key: ${HASH}`, "What its keys are known for: Used for interception"],
    ]);
    expect(lines([stands("private-key-public", "two")])).toEqual([
      "Record 3: the signatures lead from “a leaf” to a key of “two”.",
      ...[`SHA-256 of the public key: ${HASH}`, "What its keys are known for: Private key known to everyone"],
      "The private key of this authority is known to everyone. Anyone could have made this certificate: it says nothing about who did.",
    ]);
  });

  it("marks what stands by the sender's list alone, each by itself", () => {
    const [one, two] = [stands("interception"), stands("interception")];
    const marks = lines([one, two], [two]).map((line) => line.startsWith("Not in Rootwatch’s own list of 2026-11-21"));
    expect(marks.indexOf(true)).toBe(4);
    expect(marks.lastIndexOf(true)).toBe(4);
  });

  it("says that nothing stands", () => {
    expect(lines([])).toEqual(["There is nothing of this kind in this file."]);
  });
});
