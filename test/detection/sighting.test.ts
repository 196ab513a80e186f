import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.ts";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { assess } from "../../src/detection/assess.ts";
import { lessonOf } from "../../src/detection/lesson.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import type { BrowserError, Observation, UnseenReason } from "../../src/detection/observation.ts";
import { siteOf } from "../../src/detection/sighting.ts";
import { createRoot } from "../lab/certification-authority.ts";
import * as x509 from "../lab/x509.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { fileObservation, pageObservation } from "./observations.ts";
import { chainUnder, NOW, rootKeyOf, stopped } from "./seen.ts";

const HOST = "www.example.com";

let chain: Certificate[];
let ofOrganisation: Certificate[];
let keys: { rootKey: string; leafKey: string };

beforeAll(async () => {
  const root = await createRoot({ name: "CN=Some Root,O=An Authority", algorithm: "ec" });
  chain = await chainUnder(root, { asPublic: true });
  ofOrganisation = await chainUnder(root, { subject: new x509.Name("O=A Bank,CN=www.example.com") });
  keys = { rootKey: await rootKeyOf(chain), leafKey: chain[0] ? (await fingerprints(chain[0])).spkiSha256 : "" };
});

const learn = async (observation: Observation) =>
  lessonOf(observation, await assess(observation, watchlist, NO_MEMORY), watchlist);
const page = (differently: Parameters<typeof pageObservation>[1] = {}, certificates = chain) =>
  learn(pageObservation(certificates, { host: HOST, at: NOW, ...differently }));
const nothingShown = (reason: UnseenReason, host: string | null = HOST): Observation => {
  const circumstances = { connection: "page", source: "none", host, at: NOW } as const;
  return { ...circumstances, basis: "none", outcome: "unknown", reason };
};

const MET = { host: HOST, at: NOW, since: NOW, leftOutByPrograms: false };
const UNSEEN = { ...MET, rootKey: null, leafKey: null };

describe("what is seen of a host", () => {
  it("under which root it stands", async () => {
    expect((await page({ rootIsBuiltIn: true }))?.sighting).toEqual({ ...MET, ...keys, end: "public-root" });
    expect((await page())?.sighting).toEqual({ ...MET, ...keys, end: "added-root" });
  });

  it("that it opened, where the root is not shown", async () => {
    const leafOnly = await page({ basis: "leaf-only", rootIsBuiltIn: null }, chain.slice(0, 1));
    expect(leafOnly?.sighting).toEqual({ ...UNSEEN, leafKey: keys.leafKey, end: "opened" });
    expect((await learn(nothingShown("browser-does-not-show")))?.sighting).toEqual({ ...UNSEEN, end: "opened" });
  });

  it.each<BrowserError["kind"]>(["unknown-issuer", "revoked"])("that it was refused for %s", async (kind) => {
    expect((await learn(stopped(HOST, kind)))?.sighting).toEqual({ ...UNSEEN, end: kind });
  });

  it("that programs may leave it out: for its holder, whoever issued it, or for the way it came", async () => {
    expect((await page({}, ofOrganisation))?.sighting.leftOutByPrograms).toBe(true);
    expect((await page({ overQuic: true }))?.sighting.leftOutByPrograms).toBe(true);
  });
});

describe("what says nothing about the network", () => {
  it.each<BrowserError["kind"]>(["wrong-name", "wrong-date", "known-interception", "mitm-detected", "other"])(
    "a refusal for %s",
    async (kind) => {
      expect(await learn(stopped(HOST, kind))).toBeNull();
    },
  );

  it.each<UnseenReason>([
    "not-encrypted",
    "browser-page",
    "from-cache",
    "no-answer",
    "loaded-before",
    "did-not-open",
    "unreadable",
  ])("nothing was seen: %s", async (reason) => {
    expect(await learn(nothingShown(reason))).toBeNull();
  });

  it("an exception that was accepted, a name nearby, a name that is not known", async () => {
    expect(await page({ exceptionAccepted: true })).toBeNull();
    expect(await page({ host: "router.local" })).toBeNull();
    expect(await learn(stopped("192.168.1.1", "unknown-issuer"))).toBeNull();
    expect(await learn(stopped(null, "unknown-issuer"))).toBeNull();
    expect(await learn(fileObservation(chain))).toBeNull();
  });
});

describe("what is remembered beyond the network", () => {
  it("an added root, by its key", async () => {
    expect(await page()).toMatchObject({ addedRoot: keys.rootKey, history: null });
    expect(await page({ rootIsBuiltIn: true })).toMatchObject({ addedRoot: null, history: null });
  });

  it("how a target looks under a public root, and no other host", async () => {
    const [leaf] = chain;
    const { serial, notBefore, notAfter } = leaf ?? {};
    const target = await page({ host: "www.google.com", rootIsBuiltIn: true });
    expect(target?.history).toEqual({ at: NOW, hadTimestamps: true, serial, notBefore, notAfter });
    expect((await page({ host: "www.google.com" }))?.history).toBeNull();
    expect((await learn(nothingShown("browser-does-not-show", "www.google.com")))?.history).toBeNull();
  });
});

it.each([
  ["a.b.example.com", "example.com"],
  ["example.com", "example.com"],
  ["localhost", "localhost"],
])("%s belongs to the site %s", (host, site) => {
  expect(siteOf(host)).toBe(site);
});
