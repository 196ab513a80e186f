import { describe, expect, it } from "vitest";
import en from "../../../extension/_locales/en/messages.json" with { type: "json" };
import kk from "../../../extension/_locales/kk/messages.json" with { type: "json" };
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import { textSafeToShare } from "../../../src/evidence/exports/safe-text.ts";
import { sentencesOf } from "../../../src/evidence/sentence.ts";
import { disclosed, HASH, keptFinding } from "../disclosed.ts";

const OTHER = "cd".repeat(32);
const NAMES = new Map([
  ["one", { name: { en: "One", ru: "Один" }, operator: { en: "Someone", ru: "Некто" }, country: "ZZ" }],
]);
const LISTED = "Rootwatch: A certificate on the list; this alone does not show interception\n";
const OF_ONE = `${LISTED}Certification authority: One\n`;

const text = (...records: DisclosedRecord[]) => textSafeToShare(records, NAMES, sentencesOf(en));

/** A connection that its line says is listed, as "one"'s. */
const listed = (
  said: Partial<DisclosedRecord["record"] & { kind: "connection" }>,
  shown: DisclosedRecord["shown"] = {},
) => disclosed("connection", { verdict: "listed", authority: "one", ...said }, shown);
const key = (isLeaf: boolean) => ({ spkiSha256: OTHER, isLeaf });
const proof = keptFinding("listed-authority", { strength: "proof", authority: "one" });

describe("the text safe to share", () => {
  it("has the fingerprint of the root that the browser built the chain up to, or else of the listed key", () => {
    const issuers = ["ef".repeat(32), OTHER, HASH];
    expect(text(listed({ key: HASH, basis: "browser-built" }, { issuers }))).toBe(
      `${OF_ONE}Root certificate, SHA-256: ${HASH}\n`,
    );
    for (const basis of ["sent", "leaf-only"] as const) {
      expect(text(listed({ key: OTHER, basis }, { issuers }))).toBe(`${OF_ONE}Public key, SHA-256: ${OTHER}\n`);
    }
    expect(text(listed({ key: OTHER }, { issuers: [] }))).toBe(`${OF_ONE}Public key, SHA-256: ${OTHER}\n`);
    const offer = disclosed("offer", { verdict: "listed", authority: "one", key: OTHER });
    expect(text(offer)).toBe(`${OF_ONE}Public key, SHA-256: ${OTHER}\n`);
  });

  it("takes as proved what the reasons prove of that authority, and nothing else", () => {
    expect(text(listed({}, { key: key(false), findings: [keptFinding("other"), proof] }))).toBe(
      `${OF_ONE}Public key, SHA-256: ${OTHER}\n`,
    );
    for (const findings of [[], [{ ...proof, authority: "two" }], [{ ...proof, strength: "sign" as const }]]) {
      expect(text(listed({}, { key: key(false), findings }))).toBe(OF_ONE);
    }
    expect(text(listed({}, { key: key(false) }))).toBe(OF_ONE);
    expect(text(listed({}, { findings: [proof] }))).toBe(OF_ONE);
  });

  it("does not have the key of a site, which leads to it", () => {
    expect(text(listed({}, { key: key(true), findings: [proof] }))).toBe(OF_ONE);
  });

  it("has nothing of what is not published but the verdict and the month", () => {
    const shown = { month: "2026-11", issuers: [HASH], findings: [proof] };
    expect(text(listed({ authority: "two", key: HASH }, shown))).toBe(`${LISTED}Month: 2026-11\n`);
    expect(text(listed({ authority: null, key: HASH }, shown))).toBe(`${LISTED}Month: 2026-11\n`);
  });

  it("tells the same once, and has nothing of what has no verdict", () => {
    const november = listed({}, { month: "2026-11" });
    const december = listed({}, { month: "2026-12" });
    expect(text(disclosed("count"), november, december, disclosed("added-root"), november)).toBe(
      `${OF_ONE}Month: 2026-11\n\n${OF_ONE}Month: 2026-12\n`,
    );
    expect(text(disclosed("count"))).toBe("");
  });

  it("names an authority in Russian where the interface is Kazakh", () => {
    expect(textSafeToShare([listed({})], NAMES, sentencesOf(kk))).toContain("Один");
  });
});
