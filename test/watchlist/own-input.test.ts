import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnInput, readOwnInput } from "../../src/watchlist/own-input.ts";
import { checkedOwnEntries } from "../../src/watchlist/own-list.ts";
import { CA, issued, NO_CA, party, selfSigned } from "../certificate/made.ts";
import { joined, octets, oid, sequence } from "../certificate/written.ts";
import * as x509 from "../lab/x509.ts";

let folder: string;
let root: string;
let fingerprint: string;
let keyFingerprint: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rootwatch-own-"));
  root = join(folder, "root.pem");
  const words = ["-subj", "/CN=Made by OpenSSL", "-newkey", "rsa:2048", "-nodes", "-keyout", join(folder, "root.key")];
  openssl("req", "-x509", ...words, "-out", root);
  fingerprint = openssl("x509", "-in", root, "-noout", "-fingerprint", "-sha256")
    .toString()
    .replace(/^.*=|[:\s]/g, "")
    .toLowerCase();
  openssl("x509", "-in", root, "-noout", "-pubkey", "-out", join(folder, "root.pub"));
  openssl("pkey", "-pubin", "-in", join(folder, "root.pub"), "-outform", "DER", "-out", join(folder, "root.pub.der"));
  keyFingerprint = openssl("dgst", "-sha256", "-r", join(folder, "root.pub.der")).toString().slice(0, 64);
});

afterAll(() => rmSync(folder, { recursive: true }));

function openssl(...words: string[]): Buffer {
  const { status, stdout, stderr } = spawnSync("openssl", words);
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
}

const at = (name: string) => join(folder, name);
const bytes = (text: string) => new TextEncoder().encode(text);
const hashes = ({ watchables }: OwnInput) => watchables.map(({ subject }) => subject.sha256 ?? subject.spkiSha256);

describe("what OpenSSL writes can be watched", () => {
  it.each([
    ["PEM", () => readFileSync(root)],
    ["DER", () => openssl("x509", "-in", root, "-outform", "DER")],
    ["a .p7b in PEM", () => openssl("crl2pkcs7", "-nocrl", "-certfile", root)],
    ["a .p7b in DER", () => openssl("crl2pkcs7", "-nocrl", "-certfile", root, "-outform", "DER")],
    ["a TRUSTED CERTIFICATE without settings", () => openssl("x509", "-in", root, "-trustout")],
    [
      "a TRUSTED CERTIFICATE with every setting",
      () =>
        openssl(
          "x509",
          "-in",
          root,
          "-trustout",
          "-addtrust",
          "serverAuth",
          "-addreject",
          "clientAuth",
          "-setalias",
          "Бюро",
        ),
    ],
  ])("as %s", async (_, make) => {
    const input = await readOwnInput(new Uint8Array(make()));
    expect(input.errors).toEqual([]);
    expect(hashes(input)).toEqual([fingerprint]);
    expect(input.watchables[0]).toMatchObject({
      suggestedName: "Made by OpenSSL",
      subject: { subject: "CN=Made by OpenSSL", spkiSha256: keyFingerprint },
    });
  });

  it.each(["root.pub", "root.pub.der"])(
    "as a bare key, %s, with the key identifier that its certificate has",
    async (name) => {
      const input = await readOwnInput(new Uint8Array(readFileSync(at(name))));
      expect(input.errors).toEqual([]);
      expect(hashes(input)).toEqual([keyFingerprint]);
      const certificate = await readOwnInput(new Uint8Array(readFileSync(root)));
      expect(input.watchables[0]).toEqual({
        suggestedName: "",
        subject: { ...certificate.watchables[0]?.subject, sha256: null, subject: null },
      });
    },
  );
});

describe("what is read", () => {
  it("puts roots first, then other certificates, then keys, and all of it makes entries that are accepted", async () => {
    const [authority, site] = await Promise.all([party("CN=Root"), party("CN=www.example.com")]);
    const leaf = await issued(site, authority, [NO_CA]);
    const itself = await issued(authority, authority, [CA]);
    const text = [leaf.toString("pem"), readFileSync(at("root.pub"), "utf8"), itself.toString("pem")].join("\n");
    const { watchables } = await readOwnInput(bytes(text));
    expect(watchables.map(({ suggestedName }) => suggestedName)).toEqual(["Root", "www.example.com", ""]);
    const said = { name: "x", why: "", added: "2026-11-21T10:00:00Z", fromChain: false };
    const entries = watchables.map(({ subject }) => ({ ...subject, ...said }));
    expect(await checkedOwnEntries(entries)).toEqual(entries);
  });

  it("keeps a name and key identifier that are too long out of the entry, and cuts the name it suggests", async () => {
    const long = await selfSigned("ec-p256", {
      name: [{ CN: ["x".repeat(30_000)] }],
      extensions: [new x509.SubjectKeyIdentifierExtension("aa".repeat(1000))],
    });
    const { watchables } = await readOwnInput(new Uint8Array(long.rawData));
    expect(watchables).toMatchObject([
      { subject: { subject: null, subjectKeyId: null }, suggestedName: "x".repeat(80) },
    ]);
  });

  it("says what could not be read and gives the rest", async () => {
    const broken = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n";
    const input = await readOwnInput(bytes(broken + readFileSync(root, "utf8") + broken.replace(/-----END.*/, "")));
    expect(hashes(input)).toEqual([fingerprint]);
    expect(input.errors.map(({ code }) => code)).toEqual(["bad-tag", "pem-without-end"]);
    expect(input.errors[0]?.at).toBe("line 1");
  });

  it.each([
    ["nothing", new Uint8Array(0), "empty"],
    ["words", bytes("just some words"), "no-certificate"],
    ["a private key", bytes("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n"), "no-certificate"],
    ["a key of a megabyte", sequence(new Uint8Array(1_000_000)), "too-large"],
    ["a thousand keys and more", bytes("-----BEGIN PUBLIC KEY-----\n".repeat(1001)), "too-many"],
  ])("finds nothing to watch in %s", async (_, file, code) => {
    const { watchables, errors } = await readOwnInput(file);
    expect(watchables).toEqual([]);
    expect(errors.map((error) => error.code)).toContain(code);
    expect(JSON.stringify(errors)).not.toContain("c2VjcmV0");
  });
});

describe("a TRUSTED CERTIFICATE", () => {
  const trusted = (...parts: Uint8Array[]) =>
    bytes(
      `-----BEGIN TRUSTED CERTIFICATE-----\n${Buffer.from(joined(parts)).toString("base64")}\n-----END TRUSTED CERTIFICATE-----\n`,
    );
  const der = () => new Uint8Array(openssl("x509", "-in", root, "-outform", "DER"));

  it.each([
    ["a second certificate", () => [der(), der()]],
    ["settings and more", () => [der(), sequence(), sequence()]],
    ["uses that are no uses", () => [der(), sequence(sequence(octets()))]],
    ["settings out of order", () => [der(), sequence(octets(), sequence(oid("1.2.3")))]],
    ["bytes", () => [der(), new Uint8Array([0])]],
  ])("with %s behind it is refused", async (_, parts) => {
    const { watchables, errors } = await readOwnInput(trusted(...parts()));
    expect(watchables).toEqual([]);
    expect(errors).toHaveLength(1);
  });
});
