import { describe, expect, test } from "vitest";
import type { ListedCertificate } from "../../src/watchlist/authority.ts";
import { compileWatchlist } from "../../src/watchlist/compile.ts";
import { loadWatchlist } from "../../src/watchlist/watchlist.ts";
import { aCertificate, anAuthority, factsOf, newHex, newKey } from "./entry.ts";
import { facts, publicRoots } from "./facts.ts";

const NONE = "0".repeat(64);
const real = loadWatchlist(await compileWatchlist(facts));

async function loaded(...changes: Partial<ListedCertificate>[]) {
  const authority = anAuthority({ certificates: changes.map((change) => aCertificate(change)) });
  return loadWatchlist(await compileWatchlist(factsOf([authority])));
}

describe("a certificate", () => {
  test("is found by its SHA-256", async () => {
    const key = real.findCertificate("00309c736dd661da6f1eb24173aa849944c168a43a15bffd192eecfdb6f8dbd2", NONE);
    expect(key).toMatchObject({
      authority: "kz-qaznet-2019",
      role: "interception",
      subject: "CN=Qaznet Trust Network,C=KZ",
      subjectKeyId: "f494bfde50b6db6b243d9ef7be3aae36d7fb0e05",
    });
    expect((await key?.publicKey())?.length).toBe(550);
  });

  test("is found by its SHA-1 where nothing else was published", () => {
    expect(real.findCertificate(NONE, "c0e15a945595372030f0d45938ebb6081bb39fb5")).toEqual({
      authority: "kz-isca-2021-2024",
      role: "interception",
      sha256: null,
      sha1: "c0e15a945595372030f0d45938ebb6081bb39fb5",
      spkiSha256: null,
      subject: null,
      subjectKeyId: null,
      publicKey: expect.any(Function),
    });
  });

  test("is not found by its SHA-1 where its SHA-256 is known", () => {
    expect(real.findCertificate(NONE, "5811835eefaa2028835ab955da6829bf043a756d")).toBeNull();
  });

  test("is not found when it is not listed", () => {
    expect(real.findCertificate(NONE, NONE)).toBeNull();
  });
});

describe("a key", () => {
  test("is found by the hash of its SubjectPublicKeyInfo", () => {
    const found = real.findKey("02b8220c070728db771d9ac59e54521c4eddad21a783bb26cfdf19c1db0fae37");
    expect(found).toMatchObject({ authority: "ru-trusted-root-2022", role: "state-operated" });
    expect(real.findKey(NONE)).toBeNull();
  });

  test("is found when only the key is listed", async () => {
    const key = newKey();
    const watchlist = await loaded({ ...key, sha256: null, sha1: null, subject: null, subjectKeyId: null });
    expect(watchlist.findKey(key.spkiSha256)).toMatchObject({ authority: "test-one", sha256: null, subject: null });
  });

  test("that has two certificates is found as the first", async () => {
    const key = newKey();
    const [first, second] = [newHex(32), newHex(32)];
    const watchlist = await loaded({ ...key, sha256: first }, { ...key, sha256: second });
    expect(watchlist.findKey(key.spkiSha256)).toBe(watchlist.findCertificate(first, NONE));
    expect(watchlist.findCertificate(second, NONE)?.sha256).toBe(second.slice(0, 32));
  });

  test("is found by its identifier, all that have it", async () => {
    expect(real.findByKeyId("ec47089c34a88e43dde0dee30661558da9cb2e70").map((key) => key.sha256)).toEqual([
      "235150de7df7db2e538d461bc4d210c4",
    ]);
    expect(real.findByKeyId("00")).toEqual([]);
    const subjectKeyId = newHex(20);
    expect((await loaded({ subjectKeyId }, { subjectKeyId })).findByKeyId(subjectKeyId)).toHaveLength(2);
  });
});

describe("a name", () => {
  test("finds the seven roots that share it, in any order of its attributes", () => {
    for (const name of [
      "C=KZ,O=ISCA,CN=Information Security Certification Authority",
      "CN=information security certification authority, O=ISCA, C=KZ",
    ]) {
      expect(new Set(real.findByName(name).map((key) => key.spkiSha256)).size).toBe(7);
    }
  });

  test("finds nothing when it only resembles a listed one", () => {
    expect(real.findByName("CN=Information Security Certification Authority,O=ISCA")).toEqual([]);
    expect(real.findByName("")).toEqual([]);
  });
});

test("public roots are known by their keys", () => {
  expect([...publicRoots.current, ...publicRoots.past].every((key) => real.isPublicRoot(key))).toBe(true);
  expect(real.isPublicRoot("b5ba8dd7f89564c2889d3d6453c84998c77824919b64ea0835aa62986591be50")).toBe(false);
});

test("authorities are known by their ids, and the list by its date", () => {
  expect(real.authority("ru-trusted-root-2022")).toMatchObject({ id: "ru-trusted-root-2022", country: "RU" });
  expect(real.authority("constructor")).toBeNull();
  expect(real.date).toBe(publicRoots.date);
});
