import { describe, expect, it } from "vitest";
import { parseCertificate } from "../../src/certificate/parse.ts";
import type { Assessment, Finding } from "../../src/detection/assessment.ts";
import type { Observation } from "../../src/detection/observation.ts";
import { finding } from "../../src/detection/rules/rule.ts";
import { connectionEvidence, keptFindings, restsOn } from "../../src/evidence/content.ts";
import { offerEvidence } from "../../src/evidence/offer.ts";
import { written } from "../certificate/written.ts";
import { pageObservation } from "../detection/observations.ts";
import { stopped } from "../detection/seen.ts";
import { summary } from "../popup/certificate.ts";
import { VERSIONS } from "./disclosed.ts";
import { judged } from "./judged.ts";

const KEY = "ab".repeat(32);
const AT = Date.UTC(2026, 9, 3, 23, 17, 7, 123);
const DATES = { month: "2026-10", day: "2026-10-03", hour: "2026-10-03T23", time: "2026-10-03T23:17:07.123Z" };
const SAID = {
  ...{ site: "site.example", country: "ZZ", network: { provider: "p", line: "l", note: "n" } },
  ...{ check: "0123456789abcdef", versions: VERSIONS },
};

const found = (differently: Partial<Finding> = {}): Finding => ({
  ...finding("refused", "refused-other"),
  ...{ rule: "listed-authority", verdict: "intercepted", strength: "proof", authority: "a" },
  ...{ role: "interception", match: "public-key", key: KEY, certificate: 1, reason: "listed-key", details: ["Root"] },
  ...differently,
});

/** An assessment of a leaf, an issuer and a root with that key, unless told otherwise. */
const assessed = (findings: readonly Finding[], differently: Partial<Assessment> = {}): Assessment => ({
  ...judged,
  ...{ verdict: "intercepted", authority: "a", findings },
  certificates: [
    summary({ sha256: "leaf", spkiSha256: "key of the leaf" }),
    summary({ sha256: "issuer" }),
    summary({ sha256: "root", spkiSha256: KEY }),
  ],
  ...differently,
});

const certificates = [0, 1, 2].map((byte) => ({ ...parseCertificate(written()), der: Uint8Array.of(byte) }));
const evidence = (observation: Observation, assessment: Assessment) =>
  connectionEvidence(observation as Observation & { connection: "page" }, assessment, SAID);

describe("what a verdict rests on", () => {
  const ADDED = { kind: "added", certificate: 2 } as const;

  it.each<[string, Assessment, boolean, ReturnType<typeof restsOn>]>([
    [
      "a listed key",
      assessed([found()]),
      true,
      { authority: "a", key: { spkiSha256: KEY, isLeaf: false }, isPublicFact: true },
    ],
    [
      "the first key that was matched",
      assessed([found({ key: null }), found(), found({ key: "other" })]),
      true,
      { authority: "a", key: { spkiSha256: KEY, isLeaf: false }, isPublicFact: true },
    ],
    [
      "the key of the leaf, which is the site's",
      assessed([found({ key: "key of the leaf" })]),
      true,
      { authority: "a", key: { spkiSha256: "key of the leaf", isLeaf: true }, isPublicFact: false },
    ],
    [
      "a key of a file that has no leaf",
      assessed([found({ key: "key of the leaf" })]),
      false,
      { authority: "a", key: { spkiSha256: "key of the leaf", isLeaf: false }, isPublicFact: true },
    ],
    [
      "what the user watches",
      assessed([found({ rule: "own-entry" })]),
      true,
      { authority: "a", key: { spkiSha256: KEY, isLeaf: false }, isPublicFact: false },
    ],
    [
      "an added root",
      assessed([], { authority: null, root: ADDED }),
      true,
      { authority: null, key: { spkiSha256: KEY, isLeaf: false }, isPublicFact: false },
    ],
    [
      "an added root under another's name",
      assessed([found({ key: null })], { root: ADDED }),
      true,
      { authority: "a", key: { spkiSha256: KEY, isLeaf: false }, isPublicFact: false },
    ],
    ["a name alone", assessed([found({ key: null })]), true, { authority: "a", key: null, isPublicFact: true }],
    ["nothing", judged, false, { authority: null, key: null, isPublicFact: false }],
  ])("%s", (_, assessment, isLeafFirst, rests) => {
    expect(restsOn(assessment, isLeafFirst)).toEqual(rests);
  });
});

describe("the findings that are kept", () => {
  it("say what explains a finding, and not where in the chain", () => {
    expect(keptFindings(assessed([found()]))).toEqual([
      {
        ...{ rule: "listed-authority", verdict: "intercepted", strength: "proof", authority: "a" },
        ...{ role: "interception", match: "public-key", reason: "listed-key", details: ["Root"] },
      },
    ]);
  });

  it("are a hundred at most, and none is longer than 2,000 letters", () => {
    const long = Array.from({ length: 101 }, () => found({ details: ["short", "x".repeat(2001)] }));
    const kept = keptFindings(assessed(long));
    expect(kept).toHaveLength(100);
    expect(kept[0]?.details.map(({ length }) => length)).toEqual([5, 2000]);
  });
});

describe("the record of a connection", () => {
  it("says all that was seen", () => {
    const observation = pageObservation(certificates, { at: AT, address: "192.0.2.1:443" });
    const { content, certificates: ders } = evidence(observation, assessed([found(), found()]));
    expect(content.open).toEqual({
      ...{ kind: "connection", verdict: "intercepted", rules: ["listed-authority"], authority: "a", key: KEY },
      ...{
        connection: "page",
        basis: "browser-built",
        outcome: "passed",
        source: "firefox-security-info",
        error: null,
      },
      ...{ rootIsBuiltIn: false, exceptionAccepted: false, check: SAID.check, versions: VERSIONS },
    });
    expect(content.fields).toEqual({
      ...{ ...DATES, site: SAID.site, host: "www.example.com", address: "192.0.2.1:443" },
      ...{ country: "ZZ", network: SAID.network, leaf: "leaf", issuers: ["issuer", "root"], authority: "a" },
      ...{ key: { spkiSha256: KEY, isLeaf: false }, findings: keptFindings(assessed([found(), found()])) },
    });
    expect([...ders]).toEqual(["leaf", "issuer", "root"].map((hash, byte) => [hash, Uint8Array.of(byte)]));
  });

  it("names openly neither the site's own key nor what the user watches", () => {
    for (const own of [found({ rule: "own-entry" }), found({ key: "key of the leaf" })]) {
      const { content } = evidence(pageObservation(certificates), assessed([own]));
      expect(content).toMatchObject({
        open: { authority: null, key: null },
        fields: { authority: "a", key: { spkiSha256: own.key } },
      });
    }
  });

  it("says of a file as of what a server sent, and of an accepted exception", () => {
    const differently = { basis: "file", rootIsBuiltIn: null, exceptionAccepted: true } as const;
    const { content } = evidence(pageObservation(certificates, differently), assessed([]));
    expect(content).toMatchObject({
      open: { basis: "sent", rootIsBuiltIn: null, exceptionAccepted: true },
      fields: { address: null },
    });
  });

  it("has no leaf where that could not be read, nor where nothing was seen", () => {
    const unread = { certificates: [], isLeafUnread: true, leftOut: 0, isRootRead: true };
    const { content } = evidence(pageObservation(certificates, { unread }), assessed([]));
    expect(content.fields).toMatchObject({ leaf: null, issuers: ["leaf", "issuer", "root"] });
    const read = { ...unread, isLeafUnread: false };
    expect(evidence(pageObservation(certificates, { unread: read }), assessed([])).content.fields).toMatchObject({
      ...{ leaf: "leaf", issuers: ["issuer", "root"] },
    });
    const none = evidence(stopped("a.example", "other"), judged);
    expect(none.certificates.size).toBe(0);
    expect(none.content).toMatchObject({
      open: { error: "CODE", rootIsBuiltIn: null, exceptionAccepted: false, authority: null, key: null },
      fields: { leaf: null, issuers: [], key: null },
    });
    const reason = { basis: "none", outcome: "unknown", reason: "timed-out", source: "none" } as const;
    const unseen = evidence({ connection: "page", host: "a.example", at: AT, ...reason }, judged);
    expect(unseen.content.open).toMatchObject({ error: "timed-out", source: "none" });
  });
});

describe("the record of an offered certificate", () => {
  const offered = (read: Parameters<typeof offerEvidence>[0]["read"]) =>
    offerEvidence({ host: "offers.example", at: AT, read }, SAID);

  it("says nothing of what the user did not have read", () => {
    expect(offered(null)).toEqual({
      content: {
        open: { kind: "offer", verdict: "not-inspected", rules: [], authority: null, key: null, versions: VERSIONS },
        fields: {
          ...{ ...DATES, site: SAID.site, host: "offers.example", country: "ZZ", network: SAID.network },
          ...{ offered: [], authority: null, key: null, findings: [] },
        },
      },
      certificates: new Map(),
    });
  });

  it("says what was in it, of which no certificate is a site's", () => {
    const assessment = assessed([found({ key: "key of the leaf" }), found()], { verdict: "listed" });
    const { content, certificates: ders } = offered({ certificates, assessment });
    const key = { spkiSha256: "key of the leaf", isLeaf: false };
    expect(content).toMatchObject({
      open: { verdict: "listed", rules: ["listed-authority"], authority: "a", key: key.spkiSha256 },
      fields: { offered: ["leaf", "issuer", "root"], authority: "a", key, findings: [{}, {}] },
    });
    expect([...ders.keys()]).toEqual(["leaf", "issuer", "root"]);
    const own = offered({ certificates, assessment: assessed([found({ rule: "own-entry" })]) });
    expect(own.content.open).toMatchObject({ authority: null, key: null });
    const named = offered({ certificates, assessment: assessed([found({ key: null })]) });
    expect(named.content).toMatchObject({ open: { authority: "a", key: null }, fields: { authority: "a", key: null } });
  });
});
