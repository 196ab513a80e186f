import { describe, expect, it } from "vitest";
import type { Finding, Strength } from "../../src/detection/assessment.ts";
import { conclude } from "../../src/detection/conclude.ts";
import type { Verdict } from "../../src/detection/verdict.ts";

/** A finding of which only this is asked here. */
const found = (verdict: Verdict | null, strength: Strength, authority: string | null = null): Finding => ({
  ...{ rule: "listed-authority", reason: "listed-key", role: null, match: null, key: null, certificate: null },
  ...{ verdict, strength, authority, details: [] },
});
const PROOF = found("listed", "proof", "proven");
const SUSPICION = found("suspected", "sign", "suspected");
const REMARK = found(null, "context", "explained");

describe("the verdict", () => {
  it.each<[string, boolean, Finding[], Verdict]>([
    ["that nothing was found in a chain", true, [], "nothing-found"],
    ["that there was no chain", false, [], "not-inspected"],
    ["no other for what only explains", true, [REMARK], "nothing-found"],
    ["no better for a finding that nothing was seen", true, [found("not-inspected", "context")], "nothing-found"],
    ["what is found without a chain", false, [found("refused", "sign")], "refused"],
    ["the worst, though a better one is proven", true, [PROOF, SUSPICION, REMARK], "suspected"],
  ])("is %s", (_, chainSeen, findings, verdict) => {
    expect(conclude(findings, chainSeen).verdict).toBe(verdict);
  });
});

describe("the authority", () => {
  it.each<[string, Finding[], string | null]>([
    ["whom the finding names that decides, not a better proven one", [PROOF, SUSPICION, REMARK], "suspected"],
    [
      "the next that decides, where the first names nobody",
      [found("suspected", "sign"), SUSPICION, PROOF],
      "suspected",
    ],
    ["nobody, where only others name one", [found("suspected", "sign"), PROOF, REMARK], null],
    ["whom the proof names", [found("listed", "sign", "resembled"), PROOF], "proven"],
    ["nobody where nothing was found", [REMARK], null],
  ])("is %s", (_, findings, authority) => {
    expect(conclude(findings, true).authority).toBe(authority);
  });
});

it("findings stand strongest first, then worst first, then as the rules came", () => {
  const [second, third] = [found("listed", "proof", "second"), found("added-root", "sign")];
  const [aside, unseen] = [found(null, "context"), found("not-inspected", "context")];
  const given = [REMARK, third, aside, PROOF, unseen, SUSPICION, second, found("intercepted", "proof")];
  expect(conclude(given, true).findings).toEqual([
    found("intercepted", "proof"),
    ...[PROOF, second, SUSPICION, third, unseen, REMARK, aside],
  ]);
  expect(given[0]).toBe(REMARK);
});
