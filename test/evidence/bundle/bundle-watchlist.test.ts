import { createHash, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  type BundleAuthority,
  type BundleWatchlist,
  bundleWatchlistText,
  NO_ENTRIES,
  parseBundleWatchlist,
} from "../../../src/evidence/bundle/bundle-watchlist.ts";
import { compileListed } from "../../../src/evidence/bundle/compile-listed.ts";
import { EvidenceError } from "../../../src/evidence/evidence-error.ts";
import { HASH } from "../disclosed.ts";

const der = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "der", type: "spki" });
const publicKey = der.toString("base64");
const spkiSha256 = createHash("sha256").update(der).digest("hex");

const CERTIFICATE: BundleAuthority["certificates"][number] = {
  ...{ role: "interception", roleSources: ["source"], position: "root", subject: "CN=one", sha256: HASH, sha1: null },
  ...{ spkiSha256, subjectKeyId: "0a", publicKey },
};
const AUTHORITY: BundleAuthority = {
  ...{ id: "one", name: { en: "One", ru: "Один" }, operator: { en: "Someone", ru: "Некто" }, country: "ZZ" },
  ...{ expectedHosts: ["*.example"], sources: [{ url: "https://source.example/", what: "it" }] },
  certificates: [CERTIFICATE],
};
const OWN = { name: "Mine", sha256: null, spkiSha256, publicKey, subject: null, subjectKeyId: null };
const LIST = { date: "2026-11-21", authorities: [AUTHORITY], own: [OWN] };

/** What is read from the text of a list, with changes. */
const read = (differently: object) =>
  parseBundleWatchlist(bundleWatchlistText({ ...LIST, ...differently } as unknown as typeof LIST), "here");

async function refused(differently: object): Promise<string> {
  const error = await read(differently).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof EvidenceError)) throw new Error(`not refused: ${error}`);
  return error.message;
}

describe("the watchlist of a bundle", () => {
  it("is read as it was written, on one line of ASCII", async () => {
    const format = "rootwatch-bundle-watchlist/1";
    expect(await read({})).toEqual({ format, ...LIST });
    expect(bundleWatchlistText(LIST)).toMatch(/^\{"format":"rootwatch-bundle-watchlist\/1",[ -~]*\}\n$/);
    expect(await read(NO_ENTRIES)).toEqual({ format, date: "1970-01-01", authorities: [], own: [] });
  });

  it.each([
    [{ format: "another" }, /^here: bad-list format /],
    [{ more: 1 }, /^here: bad-list more /],
    [{ date: "2026-11-21T10" }, /^here: bad-list date /],
    [{ date: "on 2026-11-21" }, /^here: bad-list date /],
    [{ authorities: [{ ...AUTHORITY, country: "ZZZ" }] }, /^here: bad-list authorities\.0\.country /],
    [{ authorities: [{ ...AUTHORITY, country: "AZZ" }] }, /^here: bad-list authorities\.0\.country /],
    [{ authorities: [{ ...AUTHORITY, certificates: [{ ...CERTIFICATE, role: "own" }] }] }, /\.certificates\.0\.role /],
    [{ authorities: Array(1001).fill(AUTHORITY) }, /^here: bad-list authorities /],
    [{ authorities: [{ ...AUTHORITY, expectedHosts: Array(1001).fill("a") }] }, /\.expectedHosts /],
    [{ authorities: [{ ...AUTHORITY, certificates: Array(1001).fill(CERTIFICATE) }] }, /\.certificates /],
    [{ own: Array(1001).fill(OWN) }, /^here: bad-list own /],
    [{ own: [{ ...OWN, name: "x".repeat(4001) }] }, /^here: bad-list own\.0\.name /],
    [{ own: [{ ...OWN, subjectKeyId: "0a".repeat(2001) }] }, /^here: bad-list own\.0\.subjectKeyId /],
    [{ own: [{ ...OWN, publicKey: "A".repeat(8004) }] }, /^here: bad-list own\.0\.publicKey /],
    [{ own: [{ ...OWN, publicKey: "?" }] }, /^here: bad-list own\.0\.publicKey /],
    [
      { authorities: [{ ...AUTHORITY, certificates: [{ ...CERTIFICATE, subjectKeyId: "0a".repeat(2001) }] }] },
      /KeyId /,
    ],
  ])("is refused where something is wrong in it, %#", async (differently, message) => {
    expect(await refused(differently)).toMatch(message);
  });

  it.each([
    ["role", ["interception", "private-key-public", "state-operated", "distrusted-ca", "misissued"]],
    ["position", ["root", "intermediate", "leaf", "presented", "key"]],
  ])("has every %s that the list of Rootwatch has", async (name, values) => {
    const certificates = values.map((value) => ({ ...CERTIFICATE, [name]: value }));
    expect((await read({ authorities: [{ ...AUTHORITY, certificates }] })).authorities).toMatchObject([
      { certificates },
    ]);
  });

  it("is refused, and said to be newer, in a later form", async () => {
    expect(await refused({ format: "rootwatch-bundle-watchlist/2" })).toMatch(
      /^here: newer-form rootwatch-bundle-watchlist\/2$/,
    );
  });

  it("is no list at all", async () => {
    await expect(parseBundleWatchlist("7", "here")).rejects.toThrow(/^here: bad-list list /);
    await expect(parseBundleWatchlist("{", "here")).rejects.toThrow("here: not-json");
  });

  it("has keys that can be read and are those of their hashes, of authorities and the user's own", async () => {
    const withKey = (key: object) => ({ authorities: [{ ...AUTHORITY, certificates: [{ ...CERTIFICATE, ...key }] }] });
    for (const differently of [
      (key: object) => ({ own: [{ ...OWN, ...key }] }),
      withKey,
      (key: object) => ({ authorities: [{ ...AUTHORITY, certificates: [CERTIFICATE, { ...CERTIFICATE, ...key }] }] }),
    ]) {
      expect(await refused(differently({ spkiSha256: HASH }))).toBe(`here: wrong-key-hash ${spkiSha256} ${HASH}`);
      expect(await refused(differently({ publicKey: "MAA=" }))).toMatch(/^here: bad-public-key ./);
    }
    expect(await refused(withKey({ spkiSha256: null }))).toMatch(/^here: wrong-key-hash \S+ null$/);
    expect((await read(withKey({ publicKey: null, spkiSha256: HASH }))).authorities).toHaveLength(1);
  });
});

it("the watchlist of a bundle is compiled with its keys and the hosts where they are expected", async () => {
  const list: BundleWatchlist = await read({});
  const { date, authorities, certificates, keys } = await compileListed(list);
  expect({ date, authorities }).toEqual({
    date: "2026-11-21",
    authorities: [{ id: "one", country: "ZZ", expectedHosts: ["*.example"] }],
  });
  expect(certificates).toMatchObject([{ authority: "one", role: "interception", subject: "CN=one" }]);
  expect(await keys()).toEqual([publicKey]);
});
