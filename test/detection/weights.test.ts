import { expect, it } from "vitest";
import { VERDICTS } from "../../src/detection/verdict.ts";
import { LISTED, WEIGHTS, type Weight } from "../../src/detection/weights.ts";

const table = (name: string, weights: Readonly<Record<string, Weight>>) =>
  Object.entries(weights).map(([key, weight]) => [`${name} ${key}`, weight] as const);
const ALL = [...table("listed", LISTED), ...table("reason", WEIGHTS)];

it.each(ALL)("%s has a legal weight", (_, { verdict, strength }) => {
  expect([null, ...VERDICTS]).toContain(verdict);
  expect(["proof", "sign", "context"]).toContain(strength);
});

it.each(ALL)("%s: context decides nothing, and what decides is proof or a sign", (_, { verdict, strength }) => {
  const decides = verdict !== null && verdict !== "not-inspected";
  expect(decides).toBe(strength !== "context");
});

it.each(ALL)("%s: only proof is called interception, and a look-alike never is", (_, { verdict, strength }) => {
  if (verdict === "intercepted" || verdict === "listed") expect(strength).toBe("proof");
});

it("these signs and no others raise a suspicion by themselves", () => {
  const suspicious = Object.entries(WEIGHTS).filter(([, { verdict }]) => verdict === "suspected");
  expect(suspicious.map(([reason]) => reason).toSorted()).toEqual([
    "box-marks",
    "refused-known-interception",
    "selective-interception",
    "selective-refusal",
    "state-key-abroad",
    "told-to-install",
  ]);
});
