import { beforeAll, describe, expect, it } from "vitest";
import { fingerprints } from "../../../src/certificate/fingerprint.ts";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import type { Watchlist } from "../../../src/watchlist/watchlist.ts";
import { CA, issued, NO_CA, type Party, party } from "../../certificate/made.ts";
import * as x509 from "../../lab/x509.ts";
import { fileObservation, pageObservation, parsed } from "../observations.ts";
import { watchlistOf } from "../watchlists.ts";

const NAME = "CN=Interception Root,O=Test";
const KEY_ID = "aabbcc";
const keyId = new x509.SubjectKeyIdentifierExtension(KEY_ID);

let listed: Party;
let leaf: Party;
let listedRoot: x509.X509Certificate;
let watchlist: Watchlist;
/** SHA-256 of the listed key, hex. */
let listedKey: string;

beforeAll(async () => {
  [listed, leaf] = [await party(NAME), await party("CN=www.example.com")];
  listedRoot = await issued(listed, listed, [CA, keyId]);
  watchlist = await watchlistOf(listedRoot, "interception");
  const [own] = parsed([listedRoot]);
  listedKey = own ? (await fingerprints(own)).spkiSha256 : "";
});

async function told(observation: Observation, list = watchlist) {
  const { verdict, findings } = await assess(observation, list, NO_MEMORY);
  return { verdict, found: findings.filter(({ rule }) => rule === "listed-authority") };
}
const page = (...certificates: x509.X509Certificate[]) => pageObservation(parsed(certificates));
const file = (...certificates: x509.X509Certificate[]) => fileObservation(parsed(certificates));

const OF_THE_AUTHORITY = { rule: "listed-authority", authority: "test-authority", role: "interception" } as const;

describe("each way in which a certificate leads to a listed key", () => {
  it("proves it, and says by which certificate, which key and how", async () => {
    const proof = { ...OF_THE_AUTHORITY, verdict: "intercepted", strength: "proof", key: listedKey };
    const end = await issued(leaf, listed, [NO_CA]);
    expect((await told(page(end, listedRoot))).found).toEqual([
      { ...proof, match: "certificate", certificate: 1, reason: "listed-certificate", details: ["Interception Root"] },
    ]);
    const again = await issued(listed, listed, [CA]);
    expect((await told(page(end, again))).found).toEqual([
      { ...proof, match: "public-key", certificate: 1, reason: "listed-key", details: ["Interception Root"] },
    ]);
    expect((await told(file(end))).found).toEqual([
      { ...proof, match: "signature", certificate: 0, reason: "signed-by-listed-key", details: ["www.example.com"] },
    ]);
  });

  it("or resembles it, and then is no proof and names no key", async () => {
    const sign = { ...OF_THE_AUTHORITY, verdict: "suspected", strength: "sign", key: null, certificate: 0 };
    const namesake = await party(NAME);
    const named = page(await issued(leaf, namesake, [NO_CA]), await issued(namesake, namesake, [CA]));
    expect((await told(named)).found).toEqual([
      { ...sign, match: "name", reason: "name-of-listed", details: ["www.example.com"] },
    ]);
    const other = await party("CN=Other");
    const keyed = page(await issued(leaf, other, [NO_CA]), await issued(other, other, [CA, keyId]));
    expect((await told(keyed)).found).toEqual([
      { ...sign, certificate: 1, match: "key-identifier", reason: "key-identifier-of-listed", details: ["Other"] },
    ]);
  });
});

describe("an authority by itself is no connection", () => {
  it("is listed when it is the very one, and only explained when it resembles one", async () => {
    expect(await told(file(listedRoot))).toMatchObject({
      verdict: "listed",
      found: [{ verdict: "listed", strength: "proof", match: "certificate" }],
    });
    const [namesake, other] = [await party(NAME), await party("CN=Other")];
    for (const [alone, match] of [
      [await issued(namesake, namesake, [CA]), "name"],
      [await issued(other, other, [CA, keyId]), "key-identifier"],
    ] as const) {
      expect(await told(file(alone))).toMatchObject({
        verdict: "nothing-found",
        found: [{ verdict: null, strength: "context", match }],
      });
    }
  });
});

describe("what was misissued", () => {
  it("is that very leaf: another with its key, or what it signed, was ordered by its owner for all that is known", async () => {
    const issuer = await party("CN=Issuer");
    const top = await issued(issuer, issuer, [CA]);
    const [forged, renewed] = [await issued(leaf, issuer, [NO_CA]), await issued(leaf, issuer, [NO_CA])];
    const below = await issued(await party("CN=below.example.com"), leaf, [NO_CA]);
    const list = await watchlistOf(forged, "misissued");
    expect(await told(page(forged, top), list)).toMatchObject({
      verdict: "intercepted",
      found: [{ verdict: "intercepted", strength: "proof", role: "misissued", match: "certificate", certificate: 0 }],
    });
    for (const innocent of [page(renewed, top), page(below, forged, top), file(below)]) {
      expect((await told(innocent, list)).found).toEqual([]);
    }
  });
});
