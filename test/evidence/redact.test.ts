import { describe, expect, it } from "vitest";
import type { FieldName, Fields } from "../../src/evidence/field.ts";
import { hiddenBehind, shownFields } from "../../src/evidence/redact.ts";
import { keptFinding } from "./disclosed.ts";

const HASH = "0".repeat(64);

const FIELDS: Fields = {
  month: "2026-11",
  day: "2026-11-22",
  hour: "2026-11-22T03",
  time: "2026-11-22T03:17:07.123Z",
  site: "a.example",
  host: "b.example",
  address: "192.0.2.1:443",
  country: "ZZ",
  network: null,
  leaf: HASH,
  issuers: [HASH],
  offered: [HASH],
  authority: "test-authority",
  key: { spkiSha256: HASH, isLeaf: false },
  findings: [],
  count: 1,
  last: "2026-11-22T04:17:07.123Z",
};

const MADE_JUST_NOW = keptFinding("made-on-the-fly", { reason: "made-just-now" });
const CHAIN = keptFinding("chain");

const of = (differently: Partial<Fields>) => ({ ...FIELDS, ...differently });
const OWN_KEY = of({ key: { spkiSha256: HASH, isLeaf: true } });

describe("a field is shown only with all that it leads to", () => {
  it.each<[FieldName, string, Fields, readonly FieldName[]]>([
    ["month", "", FIELDS, []],
    ["day", "", FIELDS, ["month"]],
    ["hour", "", FIELDS, ["day", "month"]],
    ["time", "", FIELDS, ["hour", "day", "month"]],
    ["last", "", FIELDS, ["day", "month"]],
    ["site", "", FIELDS, ["host"]],
    ["address", "", FIELDS, ["host"]],
    ["leaf", "", FIELDS, ["host", "day", "month", "key"]],
    ["leaf", "made just now", of({ findings: [MADE_JUST_NOW] }), ["host", "time", "hour", "day", "month", "key"]],
    ["leaf", "of which another reason speaks", of({ findings: [CHAIN] }), ["host", "day", "month", "key"]],
    ["host", "whose leaf was made just now", of({ findings: [MADE_JUST_NOW] }), []],
    ["issuers", "", FIELDS, ["key"]],
    ["issuers", "under a key that is the leaf's own", OWN_KEY, ["key", "host"]],
    ["offered", "", FIELDS, ["key"]],
    ["authority", "", FIELDS, []],
    ["authority", "that lists the leaf's own key", OWN_KEY, ["host"]],
    ["key", "", FIELDS, []],
    ["key", "that is the leaf's own", OWN_KEY, ["host"]],
    ["findings", "", FIELDS, ["host", "day", "month", "authority", "key"]],
    ["network", "", FIELDS, []],
  ])("%s %s", (name, _, fields, needed) => {
    expect(shownFields(new Set([name, ...needed]), fields, false)).toContain(name);
    for (const hidden of needed) {
      const chosen = new Set<FieldName>([name, ...needed.filter((each) => each !== hidden)]);
      expect(hiddenBehind(name, chosen, fields, false), hidden).toEqual([hidden]);
      expect(shownFields(chosen, fields, false), hidden).not.toContain(name);
    }
  });
});

it("what a record's line itself names needs not be chosen", () => {
  const chosen = new Set<FieldName>(["issuers", "host", "day", "month", "findings"]);
  expect(shownFields(chosen, FIELDS, true)).toEqual(chosen);
  expect(shownFields(chosen, FIELDS, false)).toEqual(new Set(["host", "day", "month"]));
});

it("a record shows no field that it does not have, and none is hidden on account of one", () => {
  const { month, day, count, last } = FIELDS;
  const chosen = new Set<FieldName>(["last", "day", "month", "host"]);
  expect(shownFields(chosen, { month, day, count, last }, false)).toEqual(new Set(["last", "day", "month"]));
  expect(hiddenBehind("leaf", new Set(["leaf"]), { leaf: HASH }, false)).toEqual([]);
});
