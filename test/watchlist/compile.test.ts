import { describe, expect, test } from "vitest";
import { compileWatchlist, type FactFiles } from "../../src/watchlist/compile.ts";
import { WatchlistError } from "../../src/watchlist/watchlist-error.ts";
import { aCertificate, anAuthority, factsOf, newHex, newKey, somePublicRoots } from "./entry.ts";

async function faultOf(authorities: unknown[], change: Partial<FactFiles> = {}): Promise<string> {
  const error = await compileWatchlist(factsOf(authorities, change)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(WatchlistError);
  const { message, file, field } = error as WatchlistError;
  expect(message.startsWith(`In ${file}, ${field} is wrong: `)).toBe(true);
  return message;
}

const withCertificate = (change: object) => anAuthority({ certificates: [{ ...aCertificate(), ...change }] });
const withIncident = (from: string | null, to: string | null) =>
  anAuthority({ incidents: [{ from, to, summary: { en: "Something.", ru: "Что-то." }, sources: ["A book"] }] });
const other = (change: object) => ({ ...anAuthority(), id: "test-two", ...change });

describe("a fact file by itself", () => {
  test.each<[string, unknown, string]>([
    ["not an object", "x", "In authority 1, file is wrong: "],
    ["no id", { ...anAuthority(), id: undefined }, "In authority 1, id is wrong: "],
    ["an id that is no file name", { ...anAuthority(), id: "a/b" }, "In a/b, id is wrong: "],
    ["an unknown field", { ...anAuthority(), colour: "red" }, "In test-one, colour is wrong: "],
    ["an unknown role", withCertificate({ role: "evil" }), "In test-one, certificates.0.role is wrong: "],
    [
      "a wrongly issued authority",
      withCertificate({ role: "misissued" }),
      "In test-one, certificates.0.role is wrong: a wrongly issued authority is interception where its use is documented",
    ],
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
    [
      "an incident without any date",
      withIncident(null, null),
      "In test-one, incidents.0.from is wrong: one of from and to is wanted.",
    ],
    [
      "an incident without a source",
      anAuthority({
        incidents: [{ from: "2019", to: null, summary: { en: "Something.", ru: "Что-то." }, sources: [] }],
      }),
      "In test-one, incidents.0.sources is wrong: a source is wanted.",
    ],
    [
      "incidents out of order",
      anAuthority({
        incidents: [...withIncident("2019-07", null).incidents, ...withIncident("2019-06-30", null).incidents],
      }),
      "In test-one, incidents.1.from is wrong: it is before the one above it.",
    ],
    [
      "an operator with a whole story",
      anAuthority({ operator: { en: "Nobody", ru: "х".repeat(81) } }),
      "In test-one, operator.ru is wrong: 80 characters at most are wanted.",
    ],
    [
      "a key that is no key",
      withCertificate({ publicKey: "AAAA", spkiSha256: null }),
      "In test-one, certificates.0.publicKey is wrong: it is no SubjectPublicKeyInfo (",
    ],
    [
      "an ordinary host without a source",
      { ...anAuthority(), expectedHosts: [{ mask: "*.example.org" }] },
      "In test-one, expectedHosts.0.source is wrong: ",
    ],
    ["31 April", withIncident("2019-04-31", null), "In test-one, incidents.0.from is wrong: this date does not exist."],
    [
      "a host with a scheme",
      { ...anAuthority(), targetedHosts: ["https://a.b"] },
      "In test-one, targetedHosts.0 is wrong: a lower-case host name, or *. and one, is wanted.",
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
    ["since nobody knows when", null, "2019-07"],
  ])("an incident may last %s", async (_, from, to) => {
    await expect(compileWatchlist(factsOf([withIncident(from, to)]))).resolves.toBeDefined();
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
    const compiled = await compileWatchlist(factsOf([anAuthority({ certificates })]));
    expect(compiled.certificates).toHaveLength(2);
  });

  test("a public root's key, also when its hash is not stated", async () => {
    const { publicKey, spkiSha256 } = newKey();
    for (const stated of [spkiSha256, null]) {
      const publicRoots = somePublicRoots(spkiSha256);
      expect(await faultOf([withCertificate({ publicKey, spkiSha256: stated })], { publicRoots })).toBe(
        "In test-one, certificates.0.spkiSha256 is wrong: it is the key of a current public root.",
      );
    }
  });

  test("a key that was a public root's may be listed, and is no public root's then", async () => {
    const { publicKey, spkiSha256 } = newKey();
    const publicRoots = { ...somePublicRoots(), past: [spkiSha256, newHex(32)] };
    const compiled = await compileWatchlist(factsOf([withCertificate({ publicKey, spkiSha256 })], { publicRoots }));
    expect(compiled.publicRoots).toHaveLength(1);
    expect(spkiSha256.startsWith(compiled.publicRoots[0] ?? "")).toBe(false);
  });

  test.each<[string, object, string]>([
    ["a month for a date", { date: "2026-11" }, "In public-roots, date is wrong: a whole date is wanted."],
    ["a hash cut short", { past: ["ab"] }, "In public-roots, past.0 is wrong: 64 lower-case hex digits are wanted."],
  ])("public roots with %s", async (_, change, sentence) => {
    expect(await faultOf([], { publicRoots: { ...somePublicRoots(), ...change } })).toBe(sentence);
  });
});
