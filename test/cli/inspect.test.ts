import { createHash } from "node:crypto";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownListOf, ownListText } from "../../src/watchlist/own-list.ts";
import { issued, NO_CA, party, selfSigned } from "../certificate/made.ts";
import * as x509 from "../lab/x509.ts";
import { haveRealCertificates, realCertificate } from "../real-certificates.ts";
import { ownEntry, someEntry } from "../watchlist/own-entries.ts";
import { rootwatch } from "./run.ts";

const FORGED_LEAF = "2cf11ab305d222c9b2b9011736f22823a33d3dfd3911c3ab38c3049fb944de4c";

let folder: string;
let good: string;
/** A leaf whose issuer has the name of a listed root, and another key. */
let suspicious: x509.X509Certificate;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rootwatch-cli-"));
  const extensions = [new x509.SubjectAlternativeNameExtension([{ type: "dns", value: "good.example" }])];
  good = (await selfSigned("ec-p256", { extensions })).toString("pem");
  const namesake = await party("C=KZ,CN=Qaznet Trust Network");
  suspicious = await issued(await party("CN=www.example.com"), namesake, [NO_CA]);
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, contents: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, contents);
  return path;
}

const lines = (text: string) => text.trimEnd().split("\n");

describe("rootwatch inspect --json", () => {
  it("prints the agreed form, one line a file, and exits 0 when nothing was found", async () => {
    const path = await file("good.pem", good);
    const { status, stdout, stderr } = await rootwatch(["inspect", path, "-", "--json"], good);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const [first, second] = lines(stdout).map((line) => JSON.parse(line));
    expect(Object.keys(first)).toEqual([
      "file",
      "kind",
      "verdict",
      "authority",
      "certificates",
      "links",
      "findings",
      "errors",
    ]);
    expect(first).toMatchObject({
      file: path,
      kind: "connection",
      verdict: "nothing-found",
      authority: null,
      errors: [],
    });
    expect(first.certificates[0]).toMatchObject({
      subject: "CN=ec-p256",
      subjectAltNames: ["dns:good.example"],
      keyType: "ec-p256",
      signatureAlgorithm: "ecdsa-with-SHA256",
      irregularities: [],
      notBefore: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(second).toEqual({ ...first, file: "-" });
  });

  it.skipIf(!haveRealCertificates)("names the Kazakh root on the forged leaf of 2019 and exits 1", async () => {
    const path = await file("forged.pem", realCertificate(FORGED_LEAF));
    const { status, stdout } = await rootwatch([
      "inspect",
      path,
      "--json",
      "--host",
      "rcku.kz",
      "--at",
      "2019-07-23T00:00:00Z",
    ]);
    expect(status).toBe(1);
    const { verdict, authority, findings } = JSON.parse(stdout);
    expect({ verdict, authority }).toEqual({ verdict: "intercepted", authority: "kz-qaznet-2019" });
    expect(Object.keys(findings[0])).toEqual(["rule", "strength", "authority", "match", "text"]);
    expect(findings[0].text).toContain("rcku.kz");
  });

  it("finds none of the roots that Node ships on the list", async () => {
    const path = await file("roots.pem", rootCertificates.join("\n"));
    const { status, stdout } = await rootwatch(["inspect", path, "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: "certificate", verdict: "nothing-found", authority: null });
  });

  it.each([
    ["an empty file", "", "empty"],
    ["text", "just some words\n", "no-certificate"],
    ["20 MB of zeros", new Uint8Array(20_000_000), "no-certificate"],
  ])("%s: exit 2, one line, the error said", async (name, contents, code) => {
    const path = await file(name, contents);
    const { status, stdout, stderr } = await rootwatch(["inspect", path, "--json"]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    expect(lines(stdout)).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: null,
      verdict: "not-inspected",
      certificates: [],
      findings: [{ rule: "not-inspected", text: "A certificate came, but it could not be read." }],
      errors: [{ code }],
    });
  });

  it("what is larger than any collection of certificates: exit 2, and not read to its end", async () => {
    const path = await file("large", "");
    await truncate(path, 96 * 1024 * 1024);
    expect(JSON.parse((await rootwatch(["inspect", path, "--json"])).stdout).errors).toMatchObject([
      { code: "no-certificate" },
    ]);
    await truncate(path, 96 * 1024 * 1024 + 1);
    const { status, stdout } = await rootwatch(["inspect", path, "--json"]);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "not-inspected", errors: [{ code: "too-large", at: null }] });
  });

  it("a chain under the name of a listed root, and a good one behind it: exit 1", async () => {
    const [path, behind] = [await file("suspicious.pem", suspicious.toString("pem")), await file("good.pem", good)];
    const { status, stdout } = await rootwatch(["inspect", path, behind, "--json"]);
    expect(status).toBe(1);
    expect(lines(stdout).map((line) => JSON.parse(line))).toMatchObject([
      { verdict: "suspected", authority: "kz-qaznet-2019" },
      { verdict: "nothing-found", authority: null },
    ]);
  });

  it.each(["2019-07-18T10:00:00Z", "2019-07-18t10:00:00.5z", "2019-07-18T16:00:00+06:00"])(
    "%s is a time, and changes no verdict",
    async (time) => {
      const words = ["inspect", "-", "--host", "WWW.Example.com", "--json"];
      const [without, withTime] = await Promise.all([
        rootwatch(words, good),
        rootwatch([...words, "--at", time], good),
      ]);
      expect(withTime).toEqual(without);
      expect(without.status).toBe(0);
    },
  );

  it("a truncated certificate in DER: exit 2 and the byte", async () => {
    const der = new Uint8Array(new x509.X509Certificate(good).rawData);
    const path = await file("cut.der", der.slice(0, der.length - 10));
    const { status, stdout } = await rootwatch(["inspect", path, "--json"]);
    expect(status).toBe(2);
    expect(JSON.parse(stdout).errors).toMatchObject([{ code: "truncated", at: "certificate 1, byte 0" }]);
  });

  it("a folder and a file that is not there: exit 2 each, the rest judged all the same", async () => {
    const path = await file("good.pem", good);
    const { status, stdout, stderr } = await rootwatch(["inspect", folder, join(folder, "none"), path, "--json"]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    const results = lines(stdout).map((line) => JSON.parse(line));
    expect(results.map(({ verdict }) => verdict)).toEqual(["not-inspected", "not-inspected", "nothing-found"]);
    expect(results.map(({ errors }) => errors[0]?.code)).toEqual(["not-readable", "not-readable", undefined]);
  });

  it("one broken block between two good ones: both judged, the error said, exit 2", async () => {
    const broken = good.replace(/\n.{8}/, "\nAAAAAAAA");
    const path = await file("mixed.pem", good + broken + good);
    const { status, stdout } = await rootwatch(["inspect", path, "--json"]);
    expect(status).toBe(2);
    const { certificates, errors, verdict } = JSON.parse(stdout);
    expect(certificates).toHaveLength(2);
    expect(errors).toMatchObject([{ at: expect.stringMatching(/^certificate 2, byte 0/) }]);
    expect(verdict).toBe("nothing-found");
  });

  it("a private key is passed over with a line on standard error, and never echoed", async () => {
    const key = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0c2VjcmV0\n-----END PRIVATE KEY-----\n";
    const path = await file("key.pem", key + good);
    const { status, stdout, stderr } = await rootwatch(["inspect", path, "--json"]);
    expect(status).toBe(0);
    expect(stderr).toBe(`${path}: line 1: PRIVATE KEY passed over\n`);
    expect(stdout).not.toContain("c2VjcmV0");
  });
});

describe("rootwatch inspect for a person", () => {
  it("says the verdict, whose key, why, what was read and what could not be", async () => {
    const broken = good.replace(/\n.{8}/, "\nAAAAAAAA");
    const path = await file("report.pem", `${suspicious.toString("pem")}\n${broken}`);
    const { status, stdout } = await rootwatch(["inspect", path, join(folder, "none")]);
    expect(status).toBe(2);
    const sha256 = createHash("sha256").update(new Uint8Array(suspicious.rawData)).digest("hex");
    const authority = "Qaznet Trust Network (National Security Certificate of 2019)";
    const [line] = /certificate 2, byte 0, line \d+/.exec(stdout) ?? [];
    expect(lines(stdout)).toEqual([
      path,
      "  Looks like interception",
      `  ${authority}, KZ: Government of Kazakhstan (qca.kz)`,
      `  - “www.example.com” carries the name of “${authority}”. No listed key matched, and a name can be copied.`,
      "  - The root certificate was not given, so it is not known where the chain ends.",
      "  1. CN=www.example.com",
      `     SHA-256 ${sha256}`,
      `  ! ${line}: the certificate should have tag 0x30, has 0x00`,
      join(folder, "none"),
      "  Not checked",
      expect.stringMatching(/^ {2}! ENOENT: /),
    ]);
  });
});

describe("text from a certificate, and the name of a file", () => {
  const STEERING = "\u001b\u007f\u009b\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069";
  const hostile = async () => (await selfSigned("ec-p256", { name: [{ CN: [`evil${STEERING}`] }] })).toString("pem");

  it.each([
    ["for a person", []],
    ["as JSON", ["--json"]],
  ])("cannot steer the terminal, %s", async (_, words) => {
    // Of two certificates with one name it is said that neither signed the other.
    const path = await file(`evil${STEERING}.pem`, `${await hostile()}\n${await hostile()}`);
    const { stdout } = await rootwatch(["inspect", path, join(folder, `none${STEERING}`), ...words]);
    expect(stdout).toMatch(/“evil.*” was not signed by “evil.*”/);
    expect([...stdout].filter((character) => STEERING.includes(character))).toEqual([]);
  });

  it("is the same again when JSON is read", async () => {
    const { stdout } = await rootwatch(["inspect", "-", "--json"], await hostile());
    expect(JSON.parse(stdout).certificates[0].subject).toBe(`CN=evil${STEERING}`);
  });
});

describe("how it is called", () => {
  it.each([["--help"], ["help"]])("%s: exit 0 and the usage", async (word) => {
    const { status, stdout, stderr } = await rootwatch([word]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^usage: rootwatch inspect/);
  });

  it.each([
    ["no command", [], "a command is missing"],
    ["an unknown command", ["destroy"], 'there is no command "destroy"'],
    ["no file", ["inspect"], "a FILE is missing"],
    ["an unknown option", ["inspect", "--nope", "x"], "--nope"],
    ["a time that is none", ["inspect", "x", "--at", "yesterday"], '"yesterday" is not a time'],
    ["a day without time", ["inspect", "x", "--at", "2019-07-18"], "is not a time"],
    ["a time without zone", ["inspect", "x", "--at", "2019-07-18T10:00:00"], "is not a time"],
    ["a month that does not exist", ["inspect", "x", "--at", "2019-13-18T10:00:00Z"], "is not a time"],
  ])("%s: exit 2, a sentence and the usage, no stack trace", async (_, words, sentence) => {
    const { status, stdout, stderr } = await rootwatch(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^rootwatch: .+\nusage: rootwatch inspect/);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain("    at ");
  });
});

describe("rootwatch inspect --watch", () => {
  it("names the user's own entry, under no authority, and exits 1", async () => {
    const root = await selfSigned("ec-p256", { name: "CN=Somebody's Root" });
    const entry = await ownEntry(root, { name: "Our office\u202E" });
    const list = await file("own.json", ownListText(ownListOf([entry])));
    const path = await file("root.pem", root.toString("pem"));
    const { status, stdout, stderr } = await rootwatch(["inspect", path, "--json", "--watch", list]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    const { verdict, authority, findings } = JSON.parse(stdout);
    expect({ verdict, authority }).toEqual({ verdict: "listed", authority: null });
    expect(findings[0]).toMatchObject({ rule: "own-entry", authority: null, match: "certificate" });
    expect(findings[0].text).toContain("“Our office\\u202e”");
    expect((await rootwatch(["inspect", path, "--json"])).status).toBe(0);
    expect((await rootwatch(["inspect", path, "--watch", list])).stdout).toContain(
      "is watched. In your own list it is called",
    );
  });

  it.skipIf(!haveRealCertificates)("weakens nothing that is shipped", async () => {
    const pem = realCertificate(FORGED_LEAF);
    const path = await file("forged-watched.pem", pem);
    const entry = await ownEntry(new x509.X509Certificate(pem));
    const list = await file("own-forged.json", ownListText(ownListOf([entry])));
    const { verdict, authority } = JSON.parse((await rootwatch(["inspect", path, "--json", "--watch", list])).stdout);
    expect({ verdict, authority }).toEqual({ verdict: "intercepted", authority: "kz-qaznet-2019" });
  });

  it("a list that is wrong: exit 2, nothing judged, the file and the place said", async () => {
    const entry = await someEntry();
    const path = await file("judged.pem", good);
    const list = await file("wrong.json", ownListText(ownListOf([entry, { ...entry, spkiSha256: "0".repeat(64) }])));
    const { status, stdout, stderr } = await rootwatch(["inspect", path, "--watch", list]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`--watch ${list}: entries.1.spkiSha256: `);
    expect((await rootwatch(["inspect", path, "--watch", join(folder, "missing.json")])).status).toBe(2);
  });
});
