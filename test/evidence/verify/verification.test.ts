import { expect, it } from "vitest";
import { EvidenceError } from "../../../src/evidence/evidence-error.ts";
import { NewerFormError } from "../../../src/evidence/newer-form.ts";
import type { Sentence } from "../../../src/evidence/sentence.ts";
import { problemText, statementText } from "../../../src/evidence/verify/remark-text.ts";
import { Findings } from "../../../src/evidence/verify/verification.ts";
import { STEERING } from "../hostile.ts";

it("of very many problems the first hundred are told", () => {
  const found = new Findings();
  for (let index = 1; index <= 101; index++) found.problem("chain", `line ${index}`);
  expect(found.problems).toHaveLength(100);
  expect(found.problems.at(-1)?.at).toBe("line 100");
  found.problem("order", "line 102");
  expect([found.has("chain"), found.has("order"), found.has("form")]).toEqual([true, true, false]);
});

it("what is in no form is a problem, and neither what is newer nor a fault of ours is", () => {
  const found = new Findings();
  found.wrongForm(new EvidenceError("here", "missing-record", "4"));
  expect(found.problems).toEqual([{ key: "form", at: "here", details: ["missing-record", "4"] }]);
  expect(() => found.wrongForm(new NewerFormError("here", "record/2"))).toThrow(NewerFormError);
  expect(() => found.wrongForm(new TypeError("ours"))).toThrow(TypeError);
});

const sentence: Sentence = (key, substitutions = []) => `${key}(${substitutions.join("|")})`;

it("what comes from a bundle is made visible before it is told", () => {
  const steering = { key: "form", at: "a\u202eb", details: ["unknown-file", "c\u0007d"] } as const;
  const problem = problemText(steering, sentence);
  expect(problem).toMatch(/^verify_problem_form\(a.*b\|fault_unknown-file\(c.*d\)\)$/);
  const statement = statementText({ key: "gap", details: ["1\u202e", "2"] }, sentence);
  expect(statement).toMatch(/^verify_gap\(1.*\|2\)$/);
  expect(problem + statement).not.toMatch(STEERING);
});

it.each(["differs", "recorded-otherwise"] as const)("verdicts are told in words: %s", (key) => {
  expect(statementText({ key, details: ["7", "listed", "nothing-found"] }, sentence)).toBe(
    `verify_${key}(7|verdict_listed()|verdict_nothing-found())`,
  );
});

it("a problem is told with its place and its fault in words", () => {
  const claim = { key: "not-borne-out", at: "records.jsonl, line 3", details: ["4", "claims-key", "ab"] } as const;
  expect(problemText(claim, sentence)).toBe(
    "verify_problem_not-borne-out(records.jsonl, file_place_line(3)|4|fault_claims-key(ab))",
  );
  const chain = { key: "order", at: "sealed/000004.age", details: ["4", "6"] } as const;
  expect(problemText(chain, sentence)).toBe("verify_problem_order(sealed/000004.age|4|6)");
});
