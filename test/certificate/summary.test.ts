import { expect, test } from "vitest";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { summarise } from "../../src/certificate/summary.ts";
import { extensions, implicit, integer, name, octets, oid, sequence, set, utcTime, written } from "./written.ts";

test("a summary says of a certificate what its parts say", async () => {
  const der = written({
    serial: integer(0xff),
    issuer: name(["2.5.4.3", 0x0c, "Issuer"]),
    subject: sequence(set(sequence(oid("2.5.4.3"), implicit(0, "x")))),
    validity: sequence(utcTime("260102030405Z"), utcTime("270102030405Z")),
    rest: extensions(
      ["2.5.29.14", octets([1])],
      ["2.5.29.35", sequence(implicit(0, [2]))],
      ["2.5.29.17", sequence(implicit(2, "a.example"))],
    ),
  });
  expect(await summarise(parseCertificate(der))).toMatchObject({
    subject: "CN=#800178",
    issuer: "CN=Issuer",
    serial: "-01",
    notBefore: "2026-01-02T03:04:05Z",
    notAfter: "2027-01-02T03:04:05Z",
    subjectKeyId: "01",
    authorityKeyId: "02",
    subjectAltNames: ["dns:a.example"],
    keyType: "ec-p256",
    signatureAlgorithm: "ecdsa-with-SHA256",
    irregularities: ["negative-serial", "unknown-string-type"],
  });
});

test("what was computed of a certificate is not computed again", () => {
  const certificate = parseCertificate(written());
  expect(summarise(certificate)).toBe(summarise(certificate));
  expect(fingerprints(certificate)).toBe(fingerprints(certificate));
});

test.each([
  ["1.2.840.113549.1.1.2", "md2WithRSAEncryption"],
  ["1.2.840.113549.1.1.4", "md5WithRSAEncryption"],
  ["1.2.840.113549.1.1.5", "sha1WithRSAEncryption"],
  ["1.2.840.113549.1.1.10", "id-RSASSA-PSS"],
  ["1.2.840.113549.1.1.11", "sha256WithRSAEncryption"],
  ["1.2.840.113549.1.1.12", "sha384WithRSAEncryption"],
  ["1.2.840.113549.1.1.13", "sha512WithRSAEncryption"],
  ["1.2.840.113549.1.1.14", "sha224WithRSAEncryption"],
  ["1.2.840.10040.4.3", "id-dsa-with-sha1"],
  ["1.2.840.10045.4.1", "ecdsa-with-SHA1"],
  ["1.2.840.10045.4.3.1", "ecdsa-with-SHA224"],
  ["1.2.840.10045.4.3.2", "ecdsa-with-SHA256"],
  ["1.2.840.10045.4.3.3", "ecdsa-with-SHA384"],
  ["1.2.840.10045.4.3.4", "ecdsa-with-SHA512"],
  ["1.3.101.112", "id-Ed25519"],
  ["1.3.101.113", "id-Ed448"],
  ["2.16.840.1.101.3.4.3.17", "id-ml-dsa-44"],
  ["2.16.840.1.101.3.4.3.18", "id-ml-dsa-65"],
  ["2.16.840.1.101.3.4.3.19", "id-ml-dsa-87"],
  ["1.2.3.4", "1.2.3.4"],
])("the algorithm %s is called %s", async (algorithm, text) => {
  const identifier = sequence(oid(algorithm));
  const { signatureAlgorithm } = await summarise(parseCertificate(written({ inner: identifier, outer: identifier })));
  expect(signatureAlgorithm).toBe(text);
});
