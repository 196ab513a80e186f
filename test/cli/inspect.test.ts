import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selfSigned } from "../certificate/made.ts";
import * as x509 from "../lab/x509.ts";
import { haveRealCertificates, realCertificate } from "../real-certificates.ts";
import { rootwatch } from "./run.ts";

const FORGED_LEAF = "2cf11ab305d222c9b2b9011736f22823a33d3dfd3911c3ab38c3049fb944de4c";

let folder: string;
let good: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rootwatch-cli-"));
  const extensions = [new x509.SubjectAlternativeNameExtension([{ type: "dns", value: "good.example" }])];
  good = (await selfSigned("ec-p256", { extensions })).toString("pem");
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
    expect(JSON.parse(stdout)).toMatchObject({ kind: null, verdict: "not-inspected", errors: [{ code }] });
  });

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
  it("says the verdict in words and lets nothing in a certificate steer the terminal", async () => {
    const name = [{ CN: ["a\u001b[2J\u202eevil\u009b31m"] }];
    const path = await file("hostile.pem", (await selfSigned("ec-p256", { name })).toString("pem"));
    for (const words of [
      ["inspect", path],
      ["inspect", path, "--json"],
    ]) {
      const { stdout } = await rootwatch(words);
      expect(stdout).toMatch(/evil/);
      expect([...stdout].filter((character) => "\u001b\u202e\u009b".includes(character))).toEqual([]);
    }
    expect((await rootwatch(["inspect", path])).stdout).toContain("Nothing found");
  });
});

describe("wrong usage", () => {
  it.each([
    ["no command", []],
    ["an unknown command", ["destroy"]],
    ["no file", ["inspect"]],
    ["an unknown option", ["inspect", "--nope", "x"]],
    ["a time that is none", ["inspect", "x", "--at", "yesterday"]],
  ])("%s: exit 2, a sentence and the usage, no stack trace", async (_, words) => {
    const { status, stdout, stderr } = await rootwatch(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^rootwatch: .+\nusage: rootwatch inspect/);
    expect(stderr).not.toContain("    at ");
  });
});
