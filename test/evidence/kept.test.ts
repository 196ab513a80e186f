import { describe, expect, it } from "vitest";
import type { Assessment, RuleName } from "../../src/detection/assessment.ts";
import { finding } from "../../src/detection/rules/rule.ts";
import type { Verdict } from "../../src/detection/verdict.ts";
import { keptOf } from "../../src/evidence/kept.ts";
import { fileObservation, pageObservation } from "../detection/observations.ts";
import { stopped } from "../detection/seen.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { judged } from "./judged.ts";

const judgedAs = (verdict: Verdict, ...rules: RuleName[]): Assessment => ({
  ...judged,
  verdict,
  findings: rules.map((rule) => finding(rule, "refused-other")),
});

const kept = (verdict: Verdict, isPressed = false) =>
  keptOf(pageObservation([]), judgedAs(verdict), watchlist, isPressed);

describe("what is kept of a connection", () => {
  it.each([
    ["intercepted", "record"],
    ["suspected", "record"],
    ["listed", "record"],
    ["refused", "nothing"],
    ["added-root", "root-and-day"],
    ["nothing-found", "nothing"],
    ["not-inspected", "nothing"],
  ] as const)("%s: %s, and all of a check that was pressed", (verdict, what) => {
    expect(kept(verdict)).toBe(what);
    expect(kept(verdict, true)).toBe("record");
  });

  it("is nothing of what the user gave to be read", () => {
    expect(keptOf(fileObservation([]), judgedAs("intercepted"), watchlist, true)).toBe("nothing");
  });

  const refused = (host: string | null, kind: Parameters<typeof stopped>[1], ...rules: RuleName[]) =>
    keptOf(stopped(host, kind), judgedAs("refused", ...rules), watchlist, false);

  it("is a record of a refusal that a rule weighs, or of a documented target's for who signed it", () => {
    expect(refused("clinic.example", "known-interception", "refused", "browser-named-it")).toBe("record");
    expect(refused("clinic.example", "unknown-issuer", "selective-refusal")).toBe("record");
    expect(refused("www.google.com", "unknown-issuer", "refused")).toBe("record");
    expect(refused("www.google.com", "revoked", "refused")).toBe("record");
  });

  it("is nothing of any other refusal", () => {
    expect(refused("clinic.example", "unknown-issuer", "refused")).toBe("nothing");
    expect(refused("www.google.com", "wrong-date", "refused")).toBe("nothing");
    expect(refused(null, "unknown-issuer", "refused")).toBe("nothing");
    const seen = keptOf(pageObservation([], { host: "www.google.com" }), judgedAs("refused"), watchlist, false);
    expect(seen).toBe("nothing");
  });
});
