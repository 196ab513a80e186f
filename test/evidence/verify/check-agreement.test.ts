import { describe, expect, it } from "vitest";
import type { Verdict } from "../../../src/detection/verdict.ts";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import type { Fields } from "../../../src/evidence/field.ts";
import { checkAgreement } from "../../../src/evidence/verify/check-agreement.ts";
import { Findings } from "../../../src/evidence/verify/verification.ts";
import { disclosed, HASH, keptFinding } from "../disclosed.ts";

/** What contradicts what in a record. */
function contradictions(record: DisclosedRecord): readonly string[] {
  const found = new Findings();
  checkAgreement(record, "here", found);
  for (const { key, at } of found.problems) expect([key, at]).toEqual(["contradiction", "here"]);
  return found.problems.map(({ details }) => details.join(" "));
}

const OTHER = "cd".repeat(32);
const WHOLE = { month: "2026-11", day: "2026-11-22", hour: "2026-11-22T03", time: "2026-11-22T03:17:07.123Z" };

describe("the times that are shown of a record", () => {
  it.each<[string, Partial<Fields>]>([
    ["all of them", WHOLE],
    ["some of them", { month: "2026-11", time: WHOLE.time }],
    ["none", {}],
  ])("agree: %s", (_, shown) => {
    expect(contradictions(disclosed("connection", {}, shown))).toEqual([]);
  });

  it.each<[Partial<Fields>, string]>([
    [{ ...WHOLE, month: "2026-10" }, "not-within 2026-11-22 2026-10"],
    [{ ...WHOLE, hour: "2026-11-22T04" }, "not-within 2026-11-22T03:17:07.123Z 2026-11-22T04"],
    [{ day: "2026-11-21", time: WHOLE.time }, "not-within 2026-11-22T03:17:07.123Z 2026-11-21"],
    [{ time: "2026-02-30T03:17:07.123Z" }, "no-moment time 2026-02-30T03:17:07.123Z"],
    [{ time: "2026-13-01T03:17:07.123Z" }, "no-moment time 2026-13-01T03:17:07.123Z"],
    [{ time: "2026-11-22T03:17:07Z" }, "no-moment time 2026-11-22T03:17:07Z"],
  ])("contradict each other: %j", (shown, contradiction) => {
    expect(contradictions(disclosed("connection", {}, shown))).toEqual([contradiction]);
  });

  it.each<[Partial<Fields>, readonly string[]]>([
    [{ month: "2026-11", day: "2026-11-22", last: "2026-11-22T03:17:07.123Z" }, []],
    [{ last: "2026-11-22T03:17:07.123Z" }, []],
    [
      { month: "2026-11", day: "2026-11-22", last: "2026-11-23T03:17:07.123Z" },
      ["not-within 2026-11-23T03:17:07.123Z 2026-11-22"],
    ],
    [{ month: "2026-10", last: "2026-11-22T03:17:07.123Z" }, ["not-within 2026-11-22T03:17:07.123Z 2026-10"]],
    [{ last: "2026-02-30T03:17:07.123Z" }, ["no-moment last 2026-02-30T03:17:07.123Z"]],
  ])("of a count: %j", (shown, told) => {
    expect(contradictions(disclosed("count", {}, shown))).toEqual(told);
  });
});

describe("the authority and the key of a line", () => {
  const line = { verdict: "listed" as const, rules: ["listed-authority"], authority: "one", key: HASH };

  it.each<[string, Partial<Fields>]>([
    ["the same", { authority: "one", key: { spkiSha256: HASH, isLeaf: false } }],
    ["not shown", {}],
  ])("agree with what is disclosed: %s", (_, shown) => {
    expect(contradictions(disclosed("connection", line, shown))).toEqual([]);
  });

  it("need not be in the line, which names only what is public", () => {
    const shown = { authority: "one", key: { spkiSha256: HASH, isLeaf: false } };
    expect(contradictions(disclosed("connection", { ...line, authority: null, key: null }, shown))).toEqual([]);
    expect(contradictions(disclosed("added-root", {}, { key: shown.key }))).toEqual([]);
  });

  it.each<[Partial<Fields>, string]>([
    [{ authority: "another" }, "other-authority another"],
    [{ authority: null }, "other-authority null"],
    [{ key: { spkiSha256: OTHER, isLeaf: false } }, "other-key"],
    [{ key: null }, "other-key"],
  ])("are contradicted by %j", (shown, contradiction) => {
    expect(contradictions(disclosed("connection", line, shown))).toEqual([contradiction]);
    expect(contradictions(disclosed("offer", line, shown))).toEqual([contradiction]);
  });
});

describe("the reasons that are shown of a record", () => {
  const told = (verdict: Verdict, rules: string[], findings: Fields["findings"]) =>
    contradictions(disclosed("connection", { verdict, rules }, { findings }));
  const listed = keptFinding("own-entry", { verdict: "listed", strength: "proof" });
  const chain = keptFinding("chain");

  it("agree with the rules and the verdict of the line", () => {
    expect(told("listed", ["own-entry", "chain"], [listed, chain, chain])).toEqual([]);
    // Whether a chain was seen decides between these two.
    expect(told("nothing-found", ["chain"], [chain])).toEqual([]);
    expect(told("not-inspected", ["chain"], [chain])).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ["one too few", ["own-entry"]],
    ["one too many", ["own-entry", "chain", "refused"]],
    ["another", ["own-entry", "refused"]],
  ])("are not those of the rules in the line: %s", (_, rules) => {
    expect(told("listed", [...rules], [listed, chain])).toEqual(["other-reasons"]);
  });

  it.each<[Verdict, Fields["findings"], string]>([
    ["suspected", [listed], "reasons-call-for listed suspected"],
    ["nothing-found", [listed], "reasons-call-for listed nothing-found"],
    ["listed", [chain], "reasons-call-for not-inspected listed"],
    ["listed", [listed, { ...chain, verdict: "harmless" }], "no-verdict harmless"],
  ])("call for another verdict than %s", (verdict, findings, contradiction) => {
    expect(told(verdict, [...new Set(findings.map(({ rule }) => rule))], findings)).toEqual([contradiction]);
  });
});

describe("a record of a connection of which no certificate was seen", () => {
  const unseen = (basis: "error" | "none", verdict: Verdict, shown: Partial<Fields> = {}, said = {}) =>
    contradictions(disclosed("connection", { basis, verdict, ...said }, shown));
  const NAMED = "nothing-seen-named";

  it.each(["error", "none"] as const)("rests on none: %s", (basis) => {
    const nothing = { authority: null, key: null, leaf: null, issuers: [] };
    for (const verdict of ["suspected", "refused", "not-inspected"] as const) {
      expect(unseen(basis, verdict)).toEqual([]);
      expect(unseen(basis, verdict, nothing)).toEqual([]);
    }
    for (const verdict of ["intercepted", "listed", "added-root", "nothing-found"] as const) {
      expect(unseen(basis, verdict)).toEqual([`nothing-seen-verdict ${verdict}`]);
    }
  });

  it.each<[Partial<Fields>, object]>([
    [{ authority: "one" }, {}],
    [{ key: { spkiSha256: HASH, isLeaf: false } }, {}],
    [{ leaf: HASH }, {}],
    [{ issuers: [HASH] }, {}],
    [{}, { authority: "one" }],
    [{}, { key: HASH }],
  ])("names none, nor a key or an authority: %j, %j", (shown, said) => {
    expect(unseen("error", "refused", shown, said)).toEqual([NAMED]);
  });

  it("can name the authority of what could not be read, and no certificate or key", () => {
    const said = { authority: "one", rules: ["unread"] };
    for (const verdict of ["suspected", "listed"] as const) {
      expect(unseen("none", verdict, { authority: "one" }, said)).toEqual([]);
      expect(unseen("none", verdict, { leaf: HASH }, said)).toEqual([NAMED]);
      expect(unseen("none", verdict, {}, { ...said, key: HASH })).toEqual([NAMED]);
    }
    expect(unseen("none", "intercepted", {}, said)).toEqual(["nothing-seen-verdict intercepted"]);
  });

  it("is no offer", () => {
    const line = { verdict: "listed", authority: "one", key: HASH } as const;
    expect(contradictions(disclosed("offer", line, { offered: [HASH] }))).toEqual([]);
  });
});
