import { beforeAll, describe, expect, it } from "vitest";
import { assess } from "../../../src/detection/assess.ts";
import type { Assessment } from "../../../src/detection/assessment.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import type { OwnEntry } from "../../../src/watchlist/own-entry.ts";
import { ownListOf } from "../../../src/watchlist/own-list.ts";
import type { Watchlist } from "../../../src/watchlist/watchlist.ts";
import { withOwnList } from "../../../src/watchlist/with-own-list.ts";
import { CA, issued, NO_CA, type Party, party } from "../../certificate/made.ts";
import * as x509 from "../../lab/x509.ts";
import { watchlist as shipped } from "../../shipped-watchlist.ts";
import { ownEntry } from "../../watchlist/own-entries.ts";
import { fileObservation, pageObservation, parsed } from "../observations.ts";
import { watchlistOf, watchlistOfAll } from "../watchlists.ts";

const NAME = "CN=Watched Root,O=Somebody";
const KEY_ID = "aabbcc";
const keyId = new x509.SubjectKeyIdentifierExtension(KEY_ID);
const issuerKeyId = new x509.AuthorityKeyIdentifierExtension(KEY_ID);

let watched: Party;
let root: x509.X509Certificate;
let leaf: x509.X509Certificate;
let entry: OwnEntry;

beforeAll(async () => {
  watched = await party(NAME);
  root = await issued(watched, watched, [CA, keyId]);
  leaf = await issued(await party("CN=www.example.com"), watched, [NO_CA, issuerKeyId]);
  entry = await ownEntry(root, { name: "Our office" });
});

const judge = (observation: Observation, list: Watchlist, ...entries: OwnEntry[]) =>
  assess(observation, withOwnList(list, ownListOf(entries)), NO_MEMORY);
const page = (...certificates: x509.X509Certificate[]) => pageObservation(parsed(certificates));
const file = (...certificates: x509.X509Certificate[]) => fileObservation(parsed(certificates));
const own = ({ findings }: Assessment) => findings.filter(({ rule }) => rule === "own-entry");

describe("a chain that leads to an own entry", () => {
  it("is listed, under the user's own name for it and no authority's", async () => {
    const assessment = await judge(page(leaf, root), shipped, entry);
    expect(assessment).toMatchObject({ verdict: "listed", authority: null });
    expect(own(assessment)).toEqual([
      {
        rule: "own-entry",
        verdict: "listed",
        strength: "proof",
        authority: null,
        role: null,
        match: "certificate",
        key: entry.spkiSha256,
        certificate: 1,
        reason: "own-entry",
        details: ["Watched Root", "Our office"],
      },
    ]);
    expect((await judge(page(leaf, root), shipped)).verdict).toBe("added-root");
  });

  it("is listed by the signature alone where the root was not sent", async () => {
    const assessment = await judge(file(leaf), shipped, entry);
    expect(assessment.verdict).toBe("listed");
    expect(own(assessment)).toMatchObject([
      { match: "signature", certificate: 0, reason: "signed-by-own-entry", details: ["www.example.com", "Our office"] },
    ]);
  });

  it("is listed by the key in another certificate, and by a bare key", async () => {
    const again = await issued(watched, watched, [CA]);
    for (const each of [entry, { ...entry, sha256: null, subject: null }]) {
      const assessment = await judge(page(leaf, again), shipped, each);
      expect(own(assessment)).toMatchObject([{ verdict: "listed", match: "public-key", certificate: 1 }]);
    }
  });
});

describe("what only resembles an own entry says nothing", () => {
  it.each([
    ["its name", NAME, []],
    ["its key identifier", "CN=Other", [keyId]],
    ["both", NAME, [keyId]],
  ] as const)("%s on another key", async (_, name, extensions) => {
    const other = await party(name);
    const chain = [
      await issued(await party("CN=www.example.com"), other, [NO_CA, issuerKeyId]),
      await issued(other, other, [CA, ...extensions]),
    ];
    const assessment = await judge(page(...chain), shipped, entry);
    expect(assessment.verdict).toBe("added-root");
    expect(own(assessment)).toEqual([]);
  });

  it("a root that lies beside a leaf it did not sign", async () => {
    const stranger = await party("CN=Stranger");
    const other = await issued(await party("CN=www.example.com"), stranger, [NO_CA]);
    expect(own(await judge(file(other, root), shipped, entry))).toEqual([]);
  });
});

describe("an own entry hides and weakens nothing", () => {
  it("of the same certificate or key as a shipped one", async () => {
    const list = await watchlistOf(root, "interception");
    const again = await issued(watched, watched, [CA]);
    for (const [chain, each] of [
      [[leaf, root], entry],
      [[leaf, again], await ownEntry(again)],
      [[leaf, root], { ...entry, sha256: null }],
    ] as const) {
      const assessment = await judge(page(...chain), list, each);
      expect(assessment).toMatchObject({ verdict: "intercepted", authority: "test-authority" });
      expect(assessment).toEqual(await judge(page(...chain), list));
    }
  });

  it("on the same chain as a shipped one", async () => {
    const intermediate = await party("CN=Interception CA");
    const middle = await issued(intermediate, watched, [CA]);
    const below = await issued(await party("CN=www.example.com"), intermediate, [NO_CA]);
    const list = await watchlistOfAll([{ certificate: middle, role: "interception" }]);
    const assessment = await judge(page(below, middle, root), list, entry);
    expect(assessment).toMatchObject({ verdict: "intercepted", authority: "test-authority" });
    expect(own(assessment)).toMatchObject([{ verdict: "listed", certificate: 2 }]);
  });

  it("that resembles a shipped one: the resemblance to that is still told", async () => {
    const listed = await party(NAME);
    const list = await watchlistOf(await issued(listed, listed, [CA]), "interception");
    const assessment = await judge(page(leaf, root), list, entry);
    expect(assessment).toMatchObject({ verdict: "suspected", authority: "test-authority" });
    expect(own(assessment)).toHaveLength(1);
  });
});

describe("a public root that the user watches all the same", () => {
  it("is listed, and stays public", async () => {
    const list = await watchlistOfAll([], [entry.spkiSha256]);
    const assessment = await judge(page(leaf, root), list, entry);
    expect(assessment.verdict).toBe("listed");
    expect(assessment.findings.map(({ reason }) => reason)).toEqual(["own-entry", "no-timestamps", "public-root"]);
    expect((await judge(page(leaf, root), list)).verdict).toBe("nothing-found");
  });
});
