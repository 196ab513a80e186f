import { beforeAll, describe, expect, it } from "vitest";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import type { ListedKey, Watchlist } from "../../src/watchlist/watchlist.ts";
import { CA, issued, NO_CA, type Party, party, uncheckable } from "../certificate/made.ts";
import * as x509 from "../lab/x509.ts";
import { fileObservation, pageObservation, parsed } from "./observations.ts";
import { watchlistOf, watchlistOfAll } from "./watchlists.ts";

const NAME = "CN=Interception Root,O=Test,C=ZZ";
const KEY_ID = "aabbcc";
const keyId = new x509.SubjectKeyIdentifierExtension(KEY_ID);
const issuerKeyId = new x509.AuthorityKeyIdentifierExtension(KEY_ID);

let listed: Party;
let listedRoot: x509.X509Certificate;
let stranger: Party;
let watchlist: Watchlist;

beforeAll(async () => {
  listed = await party(NAME);
  listedRoot = await issued(listed, listed, [CA, keyId]);
  stranger = await party("CN=Stranger");
  watchlist = await watchlistOf(listedRoot, "interception");
});

const judge = (certificates: readonly x509.X509Certificate[], list = watchlist) =>
  assess(fileObservation(parsed(certificates)), list, NO_MEMORY);

/** A leaf whose issuer has this name and this key. */
const leafUnder = async (name: string, { keys }: Party, ...extensions: x509.Extension[]) =>
  issued(await party("CN=www.example.com"), { name, keys }, [NO_CA, ...extensions]);

describe("a leaf whose issuer was not sent", () => {
  it.each([
    ["name", NAME, []],
    ["key identifier", "CN=Another Name", [issuerKeyId]],
    ["name and key identifier", NAME, [issuerKeyId]],
  ] as const)("is proven to be signed by the listed key that its issuer's %s leads to", async (_, name, extensions) => {
    const assessment = await judge([await leafUnder(name, listed, ...extensions)]);
    expect(assessment).toMatchObject({ verdict: "intercepted", authority: "test-authority" });
    expect(assessment.findings.filter(({ rule }) => rule === "listed-authority")).toMatchObject([
      {
        strength: "proof",
        match: "signature",
        certificate: 0,
        reason: "signed-by-listed-key",
        details: ["www.example.com"],
      },
    ]);
  });

  it("is not proven to be signed by a listed key when the signature cannot be checked, sent or not", async () => {
    const leaf = uncheckable(await leafUnder(NAME, listed));
    for (const certificates of [[leaf], [leaf, listedRoot]]) {
      expect(await judge(certificates)).toMatchObject({ verdict: "suspected", authority: "test-authority" });
    }
  });

  it.each([
    ["name", NAME, [], "name", "name-of-listed"],
    ["key identifier", "CN=Another Name", [issuerKeyId], "key-identifier", "key-identifier-of-listed"],
    ["name and key identifier", NAME, [issuerKeyId], "key-identifier", "key-identifier-of-listed"],
  ] as const)("is suspected when another key bears the listed one's %s", async (_, name, extensions, match, reason) => {
    const assessment = await judge([await leafUnder(name, stranger, ...extensions)]);
    expect(assessment).toMatchObject({ verdict: "suspected", authority: "test-authority" });
    expect(assessment.findings.filter(({ rule }) => rule === "listed-authority")).toMatchObject([
      { strength: "sign", match, certificate: 0, reason, details: ["www.example.com"] },
    ]);
    expect(assessment.findings.map((finding) => finding.reason)).not.toContain("link-not-checkable");
  });
});

describe("a leaf that carries a listed key", () => {
  it("in a file proves nothing, for anyone can write a key into it, unless that key signed the leaf", async () => {
    const carrier = { name: "CN=www.example.com", keys: listed.keys };
    expect((await judge([await issued(carrier, stranger, [NO_CA])])).verdict).toBe("nothing-found");
    const own = await judge([await issued(carrier, carrier, [NO_CA])]);
    expect(own).toMatchObject({ verdict: "intercepted", authority: "test-authority" });
    expect(own.findings[0]).toMatchObject({ match: "public-key", certificate: 0 });
  });

  it("is proof where a browser spoke to whoever holds the key", async () => {
    const leaf = await issued({ name: "CN=www.example.com", keys: listed.keys }, stranger, [NO_CA]);
    const seen = pageObservation(parsed([leaf]), { basis: "leaf-only", rootIsBuiltIn: null });
    expect((await assess(seen, watchlist, NO_MEMORY)).verdict).toBe("intercepted");
  });
});

describe("a signature that cannot be checked between a leaf and a listed root", () => {
  it.each([
    ["is held by the browser that built the path", "browser-built", false, "intercepted"],
    ["is held by nobody where the user accepted an exception", "browser-built", true, "added-root"],
    ["is held by nobody where a server sent the chain", "sent", false, "nothing-found"],
  ] as const)("%s", async (_, basis, exceptionAccepted, verdict) => {
    const middle = await party("CN=Intermediate");
    const chain = [
      await issued(await party("CN=www.example.com"), middle, [NO_CA]),
      uncheckable(await issued(middle, listed, [CA])),
      listedRoot,
    ];
    const list = await watchlistOf(listedRoot, "private-key-public");
    const seen = pageObservation(parsed(chain), { basis, exceptionAccepted });
    expect((await assess(seen, list, NO_MEMORY)).verdict).toBe(verdict);
  });
});

describe("a listed key that cannot be had", () => {
  /** The list where the file with the keys is missing. */
  const keyless = (list: Watchlist): Watchlist => {
    const without = (keys: readonly ListedKey[]) =>
      keys.map((key) => ({ ...key, publicKey: () => Promise.reject(new TypeError("there is no such file")) }));
    return {
      ...list,
      findByKeyId: (id) => without(list.findByKeyId(id)),
      findByName: (name) => without(list.findByName(name)),
    };
  };

  it("leaves what its name says, and says that the signature was not checked", async () => {
    const assessment = await judge([await leafUnder(NAME, listed)], keyless(watchlist));
    expect(assessment).toMatchObject({ verdict: "suspected", authority: "test-authority" });
    expect(assessment.findings).toContainEqual(
      expect.objectContaining({
        reason: "link-not-checkable",
        certificate: 0,
        details: ["www.example.com", "Interception Root"],
      }),
    );
  });

  it("is told also where a name alone says nothing", async () => {
    const list = keyless(await watchlistOf(listedRoot, "state-operated"));
    const assessment = await judge([await leafUnder(NAME, listed)], list);
    expect(assessment.verdict).toBe("nothing-found");
    expect(assessment.findings.map(({ reason }) => reason)).toContain("link-not-checkable");
  });

  it("takes nothing from what is proved without it", async () => {
    const chain = [await leafUnder(NAME, listed), listedRoot];
    const [assessment, whole] = [await judge(chain, keyless(watchlist)), await judge(chain)];
    expect(assessment).toEqual(whole);
    expect(assessment.verdict).toBe("intercepted");
  });
});

describe("a CA certificate by itself", () => {
  it.each([
    ["name", NAME, [], "name-of-listed"],
    ["key identifier", "CN=Another Name", [keyId], "key-identifier-of-listed"],
  ] as const)("that bears the listed %s is explained and no more", async (_, name, extensions, reason) => {
    const assessment = await judge([await issued(await party(name), stranger, [CA, ...extensions])]);
    expect(assessment).toMatchObject({ kind: "certificate", verdict: "nothing-found", authority: null });
    expect(assessment.findings[0]).toMatchObject({ strength: "context", reason, authority: "test-authority" });
  });
});

describe("several listed keys", () => {
  it("of one authority and one name are told of once where a name is all there is", async () => {
    const [one, two] = [await party(NAME), await party(NAME)];
    const list = await watchlistOfAll([
      { certificate: await issued(one, one, [CA]), role: "interception" },
      { certificate: await issued(two, two, [CA]), role: "interception" },
    ]);
    const { findings } = await judge([await leafUnder(NAME, stranger)], list);
    expect(findings.filter(({ rule }) => rule === "listed-authority")).toHaveLength(1);
  });

  it("of two authorities and one name are both told of", async () => {
    const [one, two] = [await party(NAME), await party(NAME)];
    const list = await watchlistOfAll([
      { certificate: await issued(one, one, [CA]), role: "interception", authority: "one" },
      { certificate: await issued(two, two, [CA]), role: "interception", authority: "two" },
    ]);
    const { findings } = await judge([await leafUnder(NAME, stranger)], list);
    expect(findings.filter(({ rule }) => rule === "listed-authority").map(({ authority }) => authority)).toEqual([
      "one",
      "two",
    ]);
  });

  it("that are one key in two certificates are told of once, by the certificate that was seen", async () => {
    const again = await issued(listed, listed, [CA, keyId]);
    const list = await watchlistOfAll([
      { certificate: listedRoot, role: "interception" },
      { certificate: again, role: "interception" },
    ]);
    const { findings } = await judge([await leafUnder(NAME, listed), again], list);
    expect(findings.filter(({ rule }) => rule === "listed-authority")).toMatchObject([
      { match: "certificate", certificate: 1 },
    ]);
  });

  it("that were issued again are told of once, by the certificate that is listed", async () => {
    const chain = [await leafUnder(NAME, listed), await issued(listed, stranger, [CA]), listedRoot];
    const { findings } = await judge(chain);
    expect(findings.filter(({ rule }) => rule === "listed-authority")).toMatchObject([
      { match: "certificate", certificate: 2 },
    ]);
  });

  it("along one chain are all told of, what shows interception before what is only listed", async () => {
    const state = await party("CN=State Root");
    const stateRoot = await issued(state, state, [CA]);
    const intermediate = await issued(listed, state, [CA]);
    const list = await watchlistOfAll([
      { certificate: stateRoot, role: "state-operated", authority: "state-authority" },
      { certificate: listedRoot, role: "interception" },
    ]);
    const assessment = await judge([await leafUnder(NAME, listed), intermediate, stateRoot], list);
    expect(assessment).toMatchObject({ verdict: "intercepted", authority: "test-authority" });
    expect(assessment.findings.filter(({ rule }) => rule === "listed-authority")).toMatchObject([
      { verdict: "intercepted", match: "public-key", certificate: 1, reason: "listed-key" },
      { verdict: "listed", match: "certificate", certificate: 2, reason: "listed-certificate" },
    ]);
  });

  it("that are proven leave no room for what only resembles another key of the same authority", async () => {
    const again = await party(NAME);
    const list = await watchlistOfAll([
      { certificate: listedRoot, role: "interception" },
      { certificate: await issued(again, again, [CA]), role: "interception" },
    ]);
    const { findings } = await judge([await leafUnder(NAME, listed), listedRoot], list);
    expect(findings.filter(({ rule }) => rule === "listed-authority").map(({ strength }) => strength)).toEqual([
      "proof",
    ]);
  });
});

describe("a listed key under a public root", () => {
  it.each([
    ["interception", "intercepted"],
    ["distrusted-ca", "listed"],
    ["state-operated", "listed"],
  ] as const)("of role %s counts as anywhere else: %s", async (role, verdict) => {
    const [own] = parsed([listedRoot]);
    const list = await watchlistOf(listedRoot, role, [own ? (await fingerprints(own)).spkiSha256 : ""]);
    const assessment = await judge([await leafUnder(NAME, listed), listedRoot], list);
    expect(assessment).toMatchObject({ verdict, authority: "test-authority" });
    expect(assessment.findings.map(({ reason }) => reason)).toContain("public-root");
  });
});

describe("a misissued certificate", () => {
  it("is that very certificate, and no other of the same key", async () => {
    const owner = await party("CN=www.example.com");
    const [misissued, genuine] = [await issued(owner, stranger, [NO_CA]), await issued(owner, stranger, [NO_CA])];
    const list = await watchlistOf(misissued, "misissued");
    expect((await judge([misissued], list)).verdict).toBe("intercepted");
    expect((await judge([genuine], list)).verdict).toBe("nothing-found");
  });

  it("says nothing of what is issued under it", async () => {
    const misissued = await issued(listed, stranger, [CA]);
    const list = await watchlistOf(misissued, "misissued");
    expect((await judge([await leafUnder(NAME, listed), misissued], list)).verdict).toBe("nothing-found");
  });
});
