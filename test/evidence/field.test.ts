import * as v from "valibot";
import { expect, it } from "vitest";
import { type FieldName, Fields } from "../../src/evidence/field.ts";
import { HASH, keptFinding } from "./disclosed.ts";

const has = (name: FieldName, value: unknown) => v.is(Fields.entries[name], value);
const times = <T>(many: number, value: T): readonly T[] => Array.from({ length: many }, () => value);

it.each<[FieldName, string]>([
  ["month", "2026-11"],
  ["day", "2026-11-22"],
  ["hour", "2026-11-22T03"],
  ["time", "2026-11-22T03:17:07.123Z"],
  ["last", "2026-11-22T03:17:07.123Z"],
])("a %s is written in one way, and nothing stands around it", (name, text) => {
  expect(has(name, text)).toBe(true);
  for (const other of [` ${text}`, `1${text}`, `${text}1`, `${text}\n`, text.slice(0, -1), text.slice(1), "", null]) {
    expect(has(name, other), `${other}`).toBe(false);
  }
});

it("a count is a whole number, from 0 on", () => {
  expect([0, 1, 2 ** 53 - 1].map((count) => has("count", count))).toEqual([true, true, true]);
  for (const count of [-1, 1.5, 2 ** 53, "1", null]) expect(has("count", count), `${count}`).toBe(false);
});

it("what is said has 2,000 letters at most, a chain 20 certificates, and there are at most 100 reasons", () => {
  const long = "x".repeat(2000);
  const network = { provider: long, line: long, note: long };
  const reason = keptFinding("chain", { details: [long] });
  expect([has("host", long), has("host", `${long}x`)]).toEqual([true, false]);
  expect([has("network", network), has("network", { ...network, note: `${long}x` })]).toEqual([true, false]);
  expect([has("issuers", times(20, HASH)), has("issuers", times(21, HASH))]).toEqual([true, false]);
  expect([has("findings", times(100, reason)), has("findings", times(101, reason))]).toEqual([true, false]);
  expect(has("findings", [keptFinding("chain", { details: [`${long}x`] })])).toBe(false);
});
