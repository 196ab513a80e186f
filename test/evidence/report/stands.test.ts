import { beforeAll, describe, expect, it } from "vitest";
import { hexDigest } from "../../../src/certificate/fingerprint.ts";
import { compileListed } from "../../../src/evidence/bundle/compile-listed.ts";
import type { BundleContents } from "../../../src/evidence/bundle/contents.ts";
import { readCertificates } from "../../../src/evidence/read-certificates.ts";
import { whatStands } from "../../../src/evidence/report/stands.ts";
import { loadWatchlist } from "../../../src/watchlist/watchlist.ts";
import { contentsOf } from "../contents.ts";
import { makeJournal, makeWorld, type World } from "../journal.ts";

let world: World;
let contents: BundleContents;

beforeAll(async () => {
  world = await makeWorld();
  contents = await contentsOf(world, await makeJournal(world));
});

async function stands({ records, certificates, watchlist }: BundleContents) {
  const listed = { publicRoots: [], targets: [], products: [], ...(await compileListed(watchlist)) };
  const found = await whatStands(records, await readCertificates(certificates), loadWatchlist(listed));
  return found.map(({ seq, authority, role }) => ({ seq, authority, role }));
}

/** The contents with another certificate in the place of the leaf of record 1, under its own hash. */
async function withLeaf(change: (der: Uint8Array) => Uint8Array): Promise<BundleContents> {
  const [first, ...others] = contents.records;
  const leaf = first?.shown.leaf ?? "";
  const der = change(Uint8Array.from(contents.certificates.get(leaf) ?? []));
  const name = await hexDigest("SHA-256", der);
  const records = first ? [{ ...first, shown: { ...first.shown, leaf: name } }, ...others] : [];
  return { ...contents, records, certificates: new Map([...contents.certificates, [name, der]]) };
}

function lastByteChanged(der: Uint8Array): Uint8Array {
  return der.map((byte, index) => (index === der.length - 1 ? byte ^ 1 : byte));
}

describe("what stands without the witness", () => {
  it("is the leaf under the listed key, and neither the user's own entry nor an unknown root", async () => {
    expect(contents.records.map(({ record }) => "verdict" in record && record.verdict)).toEqual([
      ...["intercepted", "listed", "added-root", false],
    ]);
    expect(await stands(contents)).toEqual([{ seq: 1, authority: "lab-interception", role: "interception" }]);
  });

  it("is still that when the record says another verdict and names nobody", async () => {
    const records = contents.records.map((one) => ({
      ...one,
      record:
        one.record.kind === "connection" ? { ...one.record, verdict: "refused" as const, authority: null } : one.record,
      shown: { ...one.shown, authority: null, key: null, findings: [] },
    }));
    expect(await stands({ ...contents, records })).toHaveLength(1);
  });

  it("is nothing when a byte of the leaf's signature is another", async () => {
    expect(await stands(await withLeaf((der) => der))).toHaveLength(1);
    expect(await stands(await withLeaf(lastByteChanged))).toEqual([]);
  });

  it("is nothing when the certificate is not the one that the record names", async () => {
    const [first, , third] = contents.records;
    const [leaf = "", other = ""] = [first?.shown.leaf ?? "", third?.shown.leaf ?? ""];
    const posed = new Map([...contents.certificates, [other, contents.certificates.get(leaf) ?? new Uint8Array()]]);
    const records = first ? [{ ...first, shown: { ...first.shown, leaf: other } }] : [];
    expect(await stands({ ...contents, records, certificates: posed })).toEqual([]);
  });

  it("is nothing when the leaf is hidden or the issuer is not there and cannot be found", async () => {
    const hidden = contents.records.map((one) => ({ ...one, shown: { issuers: one.shown.issuers ?? [] } }));
    expect(await stands({ ...contents, records: hidden })).toEqual([]);
    const alone = contents.records.map((one) => ({ ...one, shown: { ...one.shown, issuers: [] } }));
    expect(await stands({ ...contents, records: alone })).toEqual([]);
  });

  it("does not need the listed root itself, whose key the list has", async () => {
    const rootless = contents.records.map((one) => ({
      ...one,
      shown: { ...one.shown, issuers: one.shown.issuers?.slice(0, 1) ?? [] },
    }));
    expect(await stands({ ...contents, records: rootless })).toHaveLength(1);
  });

  it("is nothing of a listed leaf by itself, which anyone can copy", async () => {
    const [authority] = contents.watchlist.authorities;
    const [listed] = authority?.certificates ?? [];
    const leaf = contents.records[2]?.shown.leaf ?? "";
    if (!authority || !listed) throw new Error("there is no authority");
    const published = {
      ...listed,
      position: "leaf" as const,
      sha256: leaf,
      sha1: null,
      publicKey: null,
      spkiSha256: null,
    };
    const watchlist = { ...contents.watchlist, authorities: [{ ...authority, certificates: [published] }] };
    const alone = contents.records.map((one) => ({ ...one, shown: { ...one.shown, issuers: [] } }));
    expect(await stands({ ...contents, records: alone, watchlist })).toEqual([]);
  });
});
