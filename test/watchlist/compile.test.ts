import { describe, expect, test } from "vitest";
import { compileWatchlist } from "../../src/watchlist/compile.ts";
import { WatchlistError } from "../../src/watchlist/watchlist-error.ts";
import { aCertificate, anAuthority, newHex, newKey, somePublicRoots } from "./entry.ts";
import { files, publicRootsFile } from "./facts.ts";

async function faultOf(authorities: unknown[], publicRoots: unknown = somePublicRoots()): Promise<string> {
  const error = await compileWatchlist(authorities, publicRoots).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(WatchlistError);
  const { message, file, field } = error as WatchlistError;
  expect(message.startsWith(`In ${file}, ${field} is wrong: `)).toBe(true);
  return message;
}

const withCertificate = (change: object) => anAuthority({ certificates: [{ ...aCertificate(), ...change }] });
const withIncident = (from: string, to: string | null) =>
  anAuthority({ incidents: [{ from, to, summary: "Something.", sources: ["A book"] }] });
const other = (change: object) => ({ ...anAuthority(), id: "test-two", ...change });

describe("a fact file by itself", () => {
  test.each<[string, unknown, string]>([
    ["not an object", "x", "In authority 1, file is wrong: "],
    ["no id", { ...anAuthority(), id: undefined }, "In authority 1, id is wrong: "],
    ["an id that is no file name", { ...anAuthority(), id: "a/b" }, "In a/b, id is wrong: "],
    ["an unknown field", { ...anAuthority(), colour: "red" }, "In test-one, colour is wrong: "],
    ["an unknown role", withCertificate({ role: "evil" }), "In test-one, certificates.0.role is wrong: "],
    [
      "no source of the role",
      withCertificate({ roleSources: [] }),
      "In test-one, certificates.0.roleSources is wrong: a source of the role is wanted.",
    ],
    [
      "a source that is no link",
      withCertificate({ roleSources: ["javascript:alert(1)"] }),
      "In test-one, certificates.0.roleSources.0 is wrong: an http or https URL is wanted.",
    ],
    [
      "upper-case hex",
      withCertificate({ serial: "AB" }),
      "In test-one, certificates.0.serial is wrong: lower-case hex, two digits a byte, is wanted.",
    ],
    [
      "a short hash",
      withCertificate({ sha256: "ab" }),
      "In test-one, certificates.0.sha256 is wrong: 64 lower-case hex digits are wanted.",
    ],
    [
      "a key that is not base64",
      withCertificate({ publicKey: "?" }),
      "In test-one, certificates.0.publicKey is wrong: base64 is wanted.",
    ],
    [
      "nothing to match by",
      withCertificate({ sha256: null, sha1: null, publicKey: null, spkiSha256: null }),
      "In test-one, certificates.0.sha256 is wrong: one of sha256, sha1, publicKey and spkiSha256 is wanted.",
    ],
    [
      "30 February",
      withCertificate({ notBefore: "2019-02-30T00:00:00Z" }),
      "In test-one, certificates.0.notBefore is wrong: this time does not exist.",
    ],
    [
      "a time without a zone",
      withCertificate({ notBefore: "2019-02-20T00:00:00" }),
      "In test-one, certificates.0.notBefore is wrong: a time such as 2019-07-17T00:00:00Z is wanted.",
    ],
    [
      "validity that ends before it begins",
      withCertificate({ notBefore: "2029-07-17T00:00:01Z" }),
      "In test-one, certificates.0.notAfter is wrong: it is before notBefore.",
    ],
    [
      "an incident that ends before it begins",
      withIncident("2019-07-17", "2019-07-16"),
      "In test-one, incidents.0.to is wrong: it is before from.",
    ],
    [
      "an incident that ends the month before",
      withIncident("2019-07-17", "2019-06"),
      "In test-one, incidents.0.to is wrong: it is before from.",
    ],
    ["31 April", withIncident("2019-04-31", null), "In test-one, incidents.0.from is wrong: this date does not exist."],
    [
      "a host with a scheme",
      { ...anAuthority(), targetedHosts: ["https://a.b"] },
      "In test-one, targetedHosts.0 is wrong: a lower-case host name is wanted.",
    ],
    [
      "a key that is not the hashed one",
      withCertificate({ ...newKey(), spkiSha256: newHex(32) }),
      "In test-one, certificates.0.spkiSha256 is wrong: it is not the SHA-256 of publicKey, which is ",
    ],
  ])("%s", async (_, file, sentence) => {
    expect((await faultOf([file])).slice(0, sentence.length)).toBe(sentence);
  });

  test.each([
    ["in one month", "2019-07-17", "2019-07"],
    ["in one year", "2019", "2019-07"],
    ["on one day", "2019-07-17", "2019-07-17"],
    ["still", "2019-07-17", null],
  ])("an incident may last %s", async (_, from, to) => {
    await expect(compileWatchlist([withIncident(from, to)], somePublicRoots())).resolves.toBeDefined();
  });
});

describe("the fact files together", () => {
  test("an id twice", async () => {
    expect(await faultOf([anAuthority(), anAuthority()])).toBe("In test-one, id is wrong: another file has the same.");
  });

  test.each(["sha256", "sha1"] as const)("a certificate twice, by its %s", async (field) => {
    const shared = { [field]: newHex(field === "sha256" ? 32 : 20) };
    expect(await faultOf([withCertificate(shared), { ...withCertificate(shared), id: "test-two" }])).toBe(
      `In test-two, certificates.0.${field} is wrong: test-one has it already, at certificates.0.`,
    );
    const twice = anAuthority({ certificates: [aCertificate(shared), aCertificate(shared)] });
    expect(await faultOf([twice])).toBe(
      `In test-one, certificates.1.${field} is wrong: test-one has it already, at certificates.0.`,
    );
  });

  test("a key under two authorities, also when one of them states only the key or only its hash", async () => {
    const key = newKey();
    for (const second of [key, { ...key, spkiSha256: null }, { ...key, publicKey: null }]) {
      expect(await faultOf([withCertificate(key), other({ certificates: [aCertificate(second)] })])).toBe(
        "In test-two, certificates.0.spkiSha256 is wrong: test-one lists the same key.",
      );
    }
  });

  test("a key with two roles", async () => {
    const key = newKey();
    const certificates = [aCertificate(key), aCertificate({ ...key, role: "state-operated" })];
    expect(await faultOf([anAuthority({ certificates })])).toBe(
      "In test-one, certificates.1.role is wrong: the same key has another role at certificates.0.",
    );
  });

  test("one key may have two certificates", async () => {
    const key = newKey();
    const certificates = [aCertificate(key), aCertificate(key)];
    const compiled = await compileWatchlist([anAuthority({ certificates })], somePublicRoots());
    expect(compiled.certificates).toHaveLength(2);
  });

  test("a public root's key, also when its hash is not stated", async () => {
    const { publicKey, spkiSha256 } = newKey();
    for (const stated of [spkiSha256, null]) {
      expect(await faultOf([withCertificate({ publicKey, spkiSha256: stated })], somePublicRoots(spkiSha256))).toBe(
        "In test-one, certificates.0.spkiSha256 is wrong: it is the key of a public root.",
      );
    }
  });

  test.each<[string, object, string]>([
    ["a month for a date", { date: "2026-11" }, "In public-roots, date is wrong: a whole date is wanted."],
    [
      "a hash cut short",
      { spkiSha256: ["ab"] },
      "In public-roots, spkiSha256.0 is wrong: 64 lower-case hex digits are wanted.",
    ],
  ])("public roots with %s", async (_, change, sentence) => {
    expect(await faultOf([], { ...somePublicRoots(), ...change })).toBe(sentence);
  });
});

describe("what is shipped", () => {
  test("is plain JSON with the date, the authorities and the public roots, sorted and each once", async () => {
    const [a, b] = [newHex(32), newHex(32)];
    const compiled = await compileWatchlist([anAuthority({ certificates: [] })], somePublicRoots(b, a, b));
    expect(JSON.parse(JSON.stringify(compiled))).toEqual({
      date: "2026-11-21",
      authorities: [{ id: "test-one", name: "Test One", country: "KZ", operator: "Nobody" }],
      certificates: [],
      publicRoots: [a, b],
    });
  });

  test("has of a certificate what matching needs", async () => {
    const certificate = aCertificate({ spkiSha256: null, publicKey: newKey().publicKey });
    const [compiled] = (await compileWatchlist([anAuthority({ certificates: [certificate] })], somePublicRoots()))
      .certificates;
    const { role, sha256, subject, subjectKeyId, publicKey } = certificate;
    const spkiSha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(compiled).toEqual({
      authority: "test-one",
      role,
      sha256,
      sha1: null,
      spkiSha256,
      subject,
      subjectKeyId,
      publicKey,
    });
  });

  test("has a SHA-1 only where there is no SHA-256, and a public key only where it signs certificates", async () => {
    const sha1 = newHex(20);
    const shipped = async (change: object) =>
      (await compileWatchlist([withCertificate(change)], somePublicRoots())).certificates[0];
    expect(await shipped({ sha256: null, sha1 })).toMatchObject({ sha256: null, sha1 });
    expect(await shipped({ position: "intermediate" })).toMatchObject({ publicKey: expect.any(String) });
    expect(await shipped({ position: "leaf" })).toMatchObject({ publicKey: null });
    expect(await shipped({ position: "presented" })).toMatchObject({ publicKey: null });
  });

  test("is made of the real facts, and stays small", async () => {
    const compiled = await compileWatchlist(
      files.map(([, file]) => file),
      publicRootsFile,
    );
    expect(compiled.authorities).toHaveLength(files.length);
    expect(JSON.stringify(compiled).length).toBeLessThan(60_000);
  });
});
