import { describe, expect, it } from "vitest";
import type { BundleAuthority } from "../../../src/evidence/bundle/bundle-watchlist.ts";
import { attribution } from "../../../src/evidence/report/attribution.ts";
import { isOnOwnList } from "../../../src/evidence/report/beyond-own-list.ts";
import type { ReportContent } from "../../../src/evidence/report/parts.ts";
import type { Stands } from "../../../src/evidence/report/stands.ts";
import { disclosed, HASH } from "../disclosed.ts";
import { AUTHORITY, content, LISTED, linesOf, listOf } from "./content.ts";

const OTHER = "cd".repeat(32);
const SHA1 = "ef".repeat(20);
const one = (differently: Partial<BundleAuthority> = {}): BundleAuthority => ({ ...AUTHORITY, ...differently });
const NOT_OWN =
  "Not in Rootwatch’s own list of 2026-11-21: the sender added it, or has a newer list. Whose key this is rests on the sender’s word.";

const lines = (authorities: BundleAuthority[], differently: Partial<ReportContent> = {}) => {
  const records = [disclosed("connection", { authority: "one" })];
  const [, , ...rest] = linesOf(
    attribution(content({ records, authorities: new Map(authorities.map((each) => [each.id, each])), ...differently })),
  );
  return rest;
};
const HEAD = ["One", "Run by: Someone", "Country: ZZ", "Keys and certificates"];
const END = ["role source", "Sources", "It was told: https://source.example/"];

describe("part C of a report", () => {
  it("tells of each authority that is named who runs it, its keys, and the sources", async () => {
    const own = await listOf({});
    expect(lines([one(), one({ id: "two" })], { own })).toEqual([
      ...[...HEAD, `CN=listed ${HASH}: Used for interception`, ...END],
    ]);
    const stands = [{ seq: 1, authority: "two" } as Stands];
    expect(lines([one(), one({ id: "two" })], { own, records: [], stands })[0]).toBe("One");
    expect(lines([one()], { records: [], stands })).toEqual(["No authority of the list is named in this file."]);
  });

  it("calls a key by whichever hash is known, and marks those that the own list does not have", () => {
    const named = (differently: Partial<typeof LISTED>) =>
      lines([one({ certificates: [{ ...LISTED, ...differently }] })]).slice(4, 6);
    expect(named({})).toEqual([`CN=listed ${HASH}: Used for interception`, NOT_OWN]);
    expect(named({ sha256: null, sha1: SHA1, spkiSha256: OTHER })[0]).toContain(SHA1);
    expect(named({ sha256: null, spkiSha256: OTHER, subject: null })[0]).toBe(` ${OTHER}: Used for interception`);
    expect(named({ sha256: null, subject: null })[0]).toBe(" : Used for interception");
  });
});

describe("a key of a bundle's list", () => {
  it("is on the own list by its certificate or key, of the same authority, in the same role", async () => {
    const is = async (listed: Partial<typeof LISTED>, has: Partial<typeof LISTED>, id = "one") =>
      isOnOwnList(one({ id }), { ...LISTED, ...listed }, await listOf(has));
    expect(await is({}, {})).toBe(true);
    expect(await is({ sha256: null, sha1: SHA1 }, { sha256: null, sha1: SHA1 })).toBe(true);
    expect(await is({ sha256: null, spkiSha256: OTHER }, { sha256: null, spkiSha256: OTHER })).toBe(true);
    expect(await is({ spkiSha256: OTHER }, { sha256: null, spkiSha256: OTHER })).toBe(true);
    expect(await is({}, { sha256: OTHER })).toBe(false);
    expect(await is({ sha256: null }, {})).toBe(false);
    expect(await is({ role: "state-operated" }, {})).toBe(false);
    expect(await is({}, {}, "two")).toBe(false);
  });
});
