import { describe, expect, it } from "vitest";
import type { Assessment, Finding } from "../../../src/detection/assessment.ts";
import type { Verdict } from "../../../src/detection/verdict.ts";
import type { Fields } from "../../../src/evidence/field.ts";
import { unprovenClaim } from "../../../src/evidence/verify/unproven-claim.ts";
import { disclosed, HASH, keptFinding } from "../disclosed.ts";

const OTHER = "cd".repeat(32);

/** What the certificates of a record come to: a proof of this verdict about an authority "one" and its key. */
function again(verdict: Verdict, differently: Partial<Finding> = {}): Assessment {
  const finding: Finding = {
    ...{ rule: "listed-authority", verdict, strength: "proof", authority: "one", role: null, match: null, key: HASH },
    ...{ certificate: 1, reason: "listed-certificate", details: [], ...differently },
  };
  const seen = { kind: "connection", certificates: [], links: [], path: [], root: null } as const;
  const explains: Finding = {
    ...finding,
    rule: "chain",
    verdict: null,
    strength: "context",
    authority: null,
    key: null,
  };
  return { ...seen, verdict, authority: "one", findings: [finding, explains] };
}

const connection = (verdict: Verdict, authority: string | null = null, shown: Partial<Fields> = {}) =>
  disclosed("connection", { verdict, authority }, shown);
const proof = (differently: Partial<Fields["findings"][number]> = {}) =>
  keptFinding("listed-authority", { verdict: "listed", strength: "proof", authority: "one", ...differently });

describe("what a record claims as proved", () => {
  it("is given by its certificates", () => {
    expect(unprovenClaim(connection("intercepted", "one"), again("intercepted"))).toBeNull();
    const proved = again("listed");
    // A key that is hidden is claimed by nothing.
    expect(unprovenClaim(connection("listed", "one"), { ...proved, findings: proved.findings.slice(0, 1) })).toBeNull();
    const key = { spkiSha256: HASH, isLeaf: false };
    expect(unprovenClaim(connection("listed", "one", { key, findings: [proof()] }), again("listed"))).toBeNull();
    expect(unprovenClaim(connection("listed"), again("listed"))).toBeNull();
  });

  it("is not: the verdict, the authority or the key", () => {
    expect(unprovenClaim(connection("intercepted", "one"), again("listed"))).toEqual(["claims-verdict", "intercepted"]);
    expect(unprovenClaim(connection("intercepted", "two"), again("intercepted"))).toEqual(["claims-authority", "two"]);
    expect(unprovenClaim(connection("listed", "two"), again("listed"))).toEqual(["claims-authority", "two"]);
    // The same authority, for something that comes to another verdict.
    expect(unprovenClaim(connection("listed", "one"), again("intercepted"))).toEqual(["claims-authority", "one"]);
    const key = { spkiSha256: OTHER, isLeaf: false };
    expect(unprovenClaim(connection("listed", "one", { key }), again("listed"))).toEqual(["claims-key", OTHER]);
  });

  it("is not: a reason that is called a proof", () => {
    const claim = (findings: Fields["findings"], given = again("listed"), verdict: Verdict = "suspected") =>
      unprovenClaim(connection(verdict, null, { findings }), given);
    expect(claim([proof()])).toBeNull();
    expect(claim([proof({ authority: "two" })])).toEqual(["claims-proof", "listed-authority", "two"]);
    expect(claim([proof({ verdict: "intercepted" })])).toEqual(["claims-proof", "listed-authority", "one"]);
    expect(claim([proof()], again("listed", { strength: "sign" }))).toEqual([
      "claims-proof",
      "listed-authority",
      "one",
    ]);
    expect(claim([proof({ verdict: null })], again("listed", { verdict: null }))).toBeNull();
    // Of an own entry no list knows the key; a sign proves nothing and claims nothing.
    expect(claim([proof({ authority: null }), proof({ authority: "two", strength: "sign" })])).toBeNull();
  });

  it("is nothing where the device's memory can decide, or nothing is judged", () => {
    expect(unprovenClaim(connection("suspected", "two"), again("listed"))).toBeNull();
    expect(unprovenClaim(disclosed("added-root"), again("listed"))).toBeNull();
  });

  it("is asked of an offer, too", () => {
    expect(unprovenClaim(disclosed("offer", { verdict: "listed", authority: "two" }), again("listed"))).toEqual([
      "claims-authority",
      "two",
    ]);
  });
});
