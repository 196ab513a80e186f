import { describe, expect, it } from "vitest";
import { type Decision, decide, type Situation } from "../../../extension/background/alerts/decide.ts";
import { VERDICTS } from "../../../src/detection/verdict.ts";

/** An intercepted page in an ordinary window, as people have Rootwatch, of which nothing was told yet. */
const PAGE: Situation = {
  verdict: "intercepted",
  replaceable: true,
  isPrivate: false,
  level: "page",
  allowed: false,
  notified: null,
};

/** The alerts beside the badge, by name. */
function alerts(differently: Partial<Situation>): string[] {
  const decision: Decision = decide({ ...PAGE, ...differently });
  return Object.entries(decision).flatMap(([alert, given]) => (given ? [alert] : []));
}

describe("which alerts follow", () => {
  it.each<[string, Partial<Situation>, string[]]>([
    ["an intercepted page", {}, ["notify", "warn"]],
    ["one that was told of today on this network", { notified: "intercepted" }, ["warn"]],
    ["one after something less", { notified: "suspected" }, ["notify", "warn"]],
    ["one to which the user has gone on", { allowed: true, notified: "intercepted" }, []],
    ["a form that was sent, or what a page loads", { replaceable: false }, ["notify"]],
    ["a private window", { isPrivate: true }, ["warn"]],
    ["the badge alone", { level: "badge" }, ["notify"]],
    ["block", { level: "block" }, ["notify", "warn", "block", "stopTargets"]],
    ["block, for what a page loads", { level: "block", replaceable: false }, ["notify", "block", "stopTargets"]],
    ["block, for a host that the user let through", { level: "block", allowed: true }, ["notify", "stopTargets"]],
    ["block in a private window", { level: "block", isPrivate: true }, ["warn", "block", "stopTargets"]],
    ["signs alone", { verdict: "suspected", level: "block" }, ["notify"]],
    ["signs after worse was told", { verdict: "suspected", notified: "intercepted" }, []],
    ["signs in a private window", { verdict: "suspected", isPrivate: true }, []],
  ])("from %s", (_, differently, expected) => {
    expect(alerts(differently)).toEqual(expected);
  });

  it.each(VERDICTS.slice(VERDICTS.indexOf("refused")))("nothing but the badge from %s", (verdict) => {
    expect(alerts({ verdict, level: "block" })).toEqual([]);
  });
});
