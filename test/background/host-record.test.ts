import { describe, expect, it } from "vitest";
import { hostRecord } from "../../extension/background/host-record.ts";
import type { Assessment } from "../../src/detection/assessment.ts";
import type { Observation } from "../../src/detection/observation.ts";
import type { Verdict } from "../../src/detection/verdict.ts";
import { parsed, selfSigned } from "../certificate/made.ts";
import { pageObservation } from "../detection/observations.ts";
import { summary } from "../popup/certificate.ts";

const HOST = "www.example.com";
const at = Date.UTC(2026, 10, 21);

function assessment(verdict: Verdict, differently: Partial<Assessment> = {}): Assessment {
  return {
    kind: "connection",
    verdict,
    authority: "test-authority",
    certificates: [summary({}), summary({})],
    links: [{ child: 0, issuer: 1, signature: "valid" }],
    path: [0, 1],
    root: null,
    findings: [
      {
        rule: "chain",
        verdict: "nothing-found",
        strength: "context",
        authority: null,
        role: null,
        match: null,
        key: null,
        certificate: 1,
        reason: "public-root",
        details: ["Root"],
      },
    ],
    ...differently,
  };
}

describe("what a tab keeps of a host", () => {
  it("says where it comes from", () => {
    expect(hostRecord(HOST, pageObservation([]), assessment("added-root"), "page")).toEqual({
      host: HOST,
      connection: "page",
      basis: "browser-built",
      outcome: "passed",
      part: "page",
      source: "firefox-security-info",
      unseen: null,
      errorCode: null,
      at,
      rootKey: null,
      assessment: { ...assessment("added-root"), certificates: [summary({}), summary({})] },
    });
  });

  it("keeps the key of the root, where the browser built the chain to it, so that it can be watched", async () => {
    const [leaf, root] = [parsed(await selfSigned("ec-p256")), parsed(await selfSigned("ec-p256"))];
    const keyOf = (observation: Observation, part: "page" | "resource" = "page") =>
      hostRecord(HOST, observation, assessment("nothing-found"), part).rootKey;
    expect(keyOf(pageObservation([leaf, root]))).toBe(Buffer.from(root.spki).toString("base64"));
    expect(keyOf(pageObservation([leaf]))).toBeNull();
    expect(keyOf(pageObservation([leaf, root], { basis: "sent" }))).toBeNull();
    expect(keyOf(pageObservation([leaf, root]), "resource")).toBeNull();
  });

  it("names the browser's error, and why nothing was seen", () => {
    const circumstances = { connection: "page", host: HOST, at } as const;
    const stopped: Observation = {
      ...circumstances,
      source: "browser-error",
      basis: "error",
      outcome: "stopped",
      error: { kind: "other", code: "CODE" },
    };
    const unseen: Observation = {
      ...circumstances,
      source: "none",
      basis: "none",
      outcome: "unknown",
      reason: "from-cache",
    };
    const kept = [stopped, unseen].map((each) => hostRecord(HOST, each, assessment("refused"), "page"));
    expect(kept).toMatchObject([
      { outcome: "stopped", errorCode: "CODE", unseen: null },
      { outcome: "unknown", errorCode: null, unseen: "from-cache" },
    ]);
  });

  it.each([
    ["page", "nothing-found", 2],
    ["resource", "nothing-found", 0],
    ["resource", "added-root", 2],
    ["resource", "intercepted", 2],
  ] as const)("for a %s with %s are %i certificates", (part, verdict, count) => {
    const kept = hostRecord(HOST, pageObservation([]), assessment(verdict), part).assessment;
    expect(kept).toMatchObject({ verdict, authority: "test-authority" });
    expect(kept.certificates).toHaveLength(count);
    expect(kept.links).toHaveLength(count / 2);
    expect(kept.path).toHaveLength(count);
    expect(kept.findings).toHaveLength(count / 2);
  });

  it("is bounded whatever the names in a certificate hold", () => {
    const long = "x".repeat(60_000);
    const names = { subject: long, issuer: long, serial: long, subjectAltNames: [`dns:${long}`] };
    const given = assessment("intercepted", { certificates: [summary(names)] });
    const [kept] = hostRecord(HOST, pageObservation([]), given, "page").assessment.certificates;
    expect(kept).toEqual(
      summary({ subject: "x".repeat(500), issuer: "x".repeat(500), serial: "x".repeat(500), subjectAltNames: [] }),
    );
  });
});
