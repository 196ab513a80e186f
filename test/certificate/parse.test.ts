import { createHash, X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { describe, expect, it } from "vitest";
import { CertificateError } from "../../src/certificate/errors.ts";
import { nameText } from "../../src/certificate/name.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { readCertificateFile } from "../../src/certificate/read-file.ts";
import { summarise } from "../../src/certificate/summary.ts";
import * as x509 from "../lab/x509.ts";
import { parsed, selfSigned } from "./made.ts";

const utf8 = new TextEncoder();

describe("the root certificates that Node ships", () => {
  it.each(rootCertificates.map((pem) => [new X509Certificate(pem).subject.split("\n").at(-1), pem] as const))(
    "%s: fields as OpenSSL reads them",
    async (_, pem) => {
      const openssl = new X509Certificate(pem);
      const { certificates, errors } = readCertificateFile(utf8.encode(pem));
      expect(errors).toEqual([]);
      const [certificate] = certificates;
      if (!certificate) throw new Error("not read");
      const summary = await summarise(certificate);
      const hash = (name: string, bytes: Buffer) => createHash(name).update(bytes).digest("hex");
      expect(summary).toMatchObject({
        serial: openssl.serialNumber.toLowerCase().padStart(2, "0"),
        sha256: hash("sha256", openssl.raw),
        sha1: hash("sha1", openssl.raw),
        spkiSha256: hash("sha256", openssl.publicKey.export({ type: "spki", format: "der" })),
      });
      expect(Date.parse(summary.notBefore)).toBe(Date.parse(openssl.validFrom));
      expect(Date.parse(summary.notAfter)).toBe(Date.parse(openssl.validTo));
      expect(certificate.extensions.basicConstraints?.ca ?? false).toBe(openssl.ca);
      const family = openssl.publicKey.asymmetricKeyType === "rsa" ? /^rsa-\d+$/ : /^ec-p\d+$/;
      expect(summary.keyType).toMatch(family);
    },
  );
});

it("writes names as RFC 4514 does: last first, escaped, multi-valued with a plus", async () => {
  const name = new x509.Name([
    { C: ["KZ"] },
    { O: [{ utf8String: ' Leading, and "quotes"; <x>\\ ' }] },
    { OU: ["one"], CN: ["two+three"] },
    { "1.2.3.4": ["unknown"] },
    { CN: ["ТОО #1"] },
  ]);
  const certificate = parsed(await selfSigned("ec-p256", { name }));
  expect(nameText(certificate.subject)).toBe(
    'CN=ТОО #1,1.2.3.4=#1307756e6b6e6f776e,OU=one+CN=two\\+three,O=\\ Leading\\, and \\"quotes\\"\\; \\<x\\>\\\\\\ ,C=KZ',
  );
});

it("reads alternative names of each common kind", async () => {
  const names = new x509.SubjectAlternativeNameExtension([
    { type: "dns", value: "*.example.com" },
    { type: "ip", value: "192.0.2.1" },
    { type: "ip", value: "2001:db8::1" },
    { type: "email", value: "a@example.com" },
    { type: "url", value: "https://example.com/" },
    { type: "dn", value: "CN=Somebody" },
    { type: "id", value: "1.2.3.4" },
  ]);
  const certificate = parsed(await selfSigned("ec-p256", { extensions: [names] }));
  expect(certificate.extensions.subjectAltNames).toEqual([
    "dns:*.example.com",
    "ip:192.0.2.1",
    "ip:2001:db8::1",
    "email:a@example.com",
    "uri:https://example.com/",
    "dirname:CN=Somebody",
    "rid:1.2.3.4",
  ]);
});

describe("what is not a certificate", () => {
  const good = parsedDer();

  async function parsedDer() {
    return new Uint8Array((await selfSigned("ec-p256")).rawData);
  }

  it("is refused at every length short of the whole, with code and byte", async () => {
    const der = await good;
    for (let length = 0; length < der.length; length++) {
      const fault = faultOf(der.slice(0, length));
      expect(fault.byte, `cut at ${length}`).not.toBeNull();
    }
  });

  it("is refused with bytes behind it", async () => {
    const der = await good;
    expect(faultOf(Uint8Array.of(...der, 0))).toMatchObject({
      code: "trailing-bytes",
      byte: der.length,
      message: "the certificate is followed by 1 more bytes",
    });
  });

  it("is refused beyond the largest size before it is read", () => {
    expect(faultOf(new Uint8Array(64 * 1024 + 1))).toMatchObject({ code: "too-large", byte: null });
  });

  it("is refused with an indefinite or padded length", async () => {
    const der = await good;
    expect(faultOf(Uint8Array.of(0x30, 0x80, ...der.slice(4), 0, 0)).code).toBe("bad-length");
    expect(faultOf(Uint8Array.of(0x30, 0x83, 0, ...der.slice(2)))).toMatchObject({ code: "bad-length", byte: 1 });
  });

  it("is refused when it is something else", () => {
    expect(faultOf(Uint8Array.of(0x31, 0))).toMatchObject({
      code: "bad-tag",
      byte: 0,
      message: expect.stringMatching(/^the certificate /),
    });
    expect(faultOf(Uint8Array.of(0x30, 2, 5, 0))).toMatchObject({
      code: "bad-tag",
      byte: 2,
      message: expect.stringMatching(/^the signed part /),
    });
  });

  it("is refused with a day that does not exist", async () => {
    const made = await selfSigned("ec-p256", {
      notBefore: new Date("2024-02-29T12:00:00Z"),
      notAfter: new Date("2026-01-01"),
    });
    const der = new Uint8Array(made.rawData);
    expect(parseCertificate(der).notBefore).toBe(Date.UTC(2024, 1, 29, 12));
    const at = Buffer.from(der).indexOf("240229120000Z");
    der.set(utf8.encode("23"), at);
    expect(faultOf(der)).toMatchObject({ code: "bad-time", byte: at - 2 });
  });
});

function faultOf(der: Uint8Array): CertificateError {
  try {
    parseCertificate(der);
  } catch (error) {
    if (error instanceof CertificateError) return error;
    throw error;
  }
  throw new Error("it was read");
}
