import { beforeAll, describe, expect, it } from "vitest";
import { readCertificateFile } from "../../src/certificate/read-file.ts";
import { selfSigned } from "./made.ts";
import { element, implicit, integer, joined, octets, oid, sequence, set, tagged } from "./written.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const block = (label: string, der: Uint8Array) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString("base64")}\n-----END ${label}-----\n`;

const BEGIN = "-----BEGIN CERTIFICATE-----\n";
const END = "-----END CERTIFICATE-----\n";

let der: Uint8Array;
let other: Uint8Array;
let pem: string;

beforeAll(async () => {
  [der, other] = await Promise.all([made(), made()]);
  pem = block("CERTIFICATE", der);
});

async function made(): Promise<Uint8Array> {
  return new Uint8Array((await selfSigned("ec-p256")).rawData);
}

/** The certificates of a file, when nothing was wrong with it. */
function read(file: Uint8Array): Uint8Array[] {
  const { certificates, errors } = readCertificateFile(file);
  expect(errors).toEqual([]);
  return certificates.map((certificate) => certificate.der);
}

describe("a file in PEM", () => {
  it("is read with any text between, CRLF, and no final newline", () => {
    const crlf = pem.replaceAll("\n", "\r\n");
    const text = ` 0 s:CN=x\r\n${crlf}\r\n--- some text ---\n${block("CERTIFICATE", other).trimEnd()}`;
    expect(read(bytes(text))).toEqual([der, other]);
  });

  it("is read when its text begins as DER would, or is not ASCII", () => {
    expect(read(bytes(`0 s:CN=x\n${pem}`))).toEqual([der]);
    expect(read(bytes(`0é s:CN=x\n${pem}`))).toEqual([der]);
    expect(read(bytes(`Сертификат:\n${pem}`))).toEqual([der]);
  });

  it.each(["CERTIFICATE", "X509 CERTIFICATE"])("is read from blocks called %s", (label) => {
    expect(read(bytes(block(label, der)))).toEqual([der]);
  });

  it("is read from a TRUSTED CERTIFICATE without the settings behind it", () => {
    expect(read(bytes(block("TRUSTED CERTIFICATE", joined([der, sequence(octets())]))))).toEqual([der]);
  });

  it("says where what cannot be read is, and reads what stands around it", () => {
    const broken = block("CERTIFICATE", joined([[0x31], der.slice(1)]));
    const { certificates, errors } = readCertificateFile(bytes(`two lines\n\n${pem}${broken}${pem}`));
    expect(certificates).toHaveLength(2);
    expect(errors).toMatchObject([{ code: "bad-tag", at: "certificate 2, byte 0, line 6" }]);
    const unended = readCertificateFile(bytes(`-----BEGIN CERTIFICATE-----\nAAAA\n${pem}`));
    expect(unended.certificates.map((certificate) => certificate.der)).toEqual([der]);
    expect(unended.errors).toMatchObject([{ code: "pem-without-end", at: "certificate 1, line 1" }]);
    const noBase64 = readCertificateFile(bytes(pem + block("CERTIFICATE", other).replace("\n", "\n!") + pem));
    expect(noBase64.certificates).toHaveLength(2);
    expect(noBase64.errors).toMatchObject([{ code: "bad-base64", at: "certificate 2, line 4" }]);
  });

  it("passes over private keys and says so, without their contents", () => {
    const key = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n";
    const file = readCertificateFile(bytes(pem + key));
    expect(file.errors).toEqual([]);
    expect(file.certificates).toHaveLength(1);
    expect(file.passedOver).toEqual([{ label: "PRIVATE KEY", line: 4 }]);
    expect(JSON.stringify(file.passedOver)).not.toContain("c2VjcmV0");
  });

  it.each(["ATTRIBUTE CERTIFICATE", "CERTIFICATE REQUEST", "X PKCS7", "CMS X"])(
    "passes over blocks called %s",
    (label) => {
      const file = readCertificateFile(bytes(pem + block(label, other)));
      expect(file.certificates).toHaveLength(1);
      expect(file.passedOver).toEqual([{ label, line: 4 }]);
    },
  );

  it("passes over what only looks like the beginning of a block", () => {
    expect(read(bytes(`-----BEGIN\x1b[2J-----\n-----BEGIN \x1b[2J-----\n${pem}`))).toEqual([der]);
    expect(readCertificateFile(bytes(`-----BEGIN \x1b[2J-----\n${pem}`)).passedOver).toEqual([]);
    expect(read(bytes(`${pem}-----BEGIN CERTIFICATE`))).toEqual([der]);
  });

  it("is read up to a thousand certificates", () => {
    expect(readCertificateFile(bytes(pem.repeat(1000))).certificates).toHaveLength(1000);
    expect(readCertificateFile(bytes(pem.repeat(1001)))).toMatchObject({
      certificates: [],
      errors: [{ code: "too-many", at: null }],
    });
  });
});

describe("a file in DER", () => {
  it("is read as one certificate", () => {
    expect(read(der)).toEqual([der]);
  });

  it("is refused with the byte that is wrong", () => {
    expect(readCertificateFile(joined([der, [0]]))).toMatchObject({
      certificates: [],
      errors: [{ code: "trailing-bytes", at: `certificate 1, byte ${der.length}` }],
    });
  });

  it("is told as cut off where it is", () => {
    expect(readCertificateFile(der.subarray(0, 100))).toMatchObject({
      certificates: [],
      errors: [{ code: "truncated", at: "certificate 1, byte 0" }],
    });
  });

  it("is not taken for PEM because a certificate holds such text", async () => {
    const name = [{ CN: [pem.slice(0, 200)] }];
    const odd = new Uint8Array((await selfSigned("ec-p256", { name })).rawData);
    expect(read(odd)).toEqual([odd]);
  });
});

describe("a PKCS #7 container", () => {
  const SIGNED_DATA = oid("1.2.840.113549.1.7.2");
  const DATA = oid("1.2.840.113549.1.7.1");
  /** Signed data without signers, with these certificates and whatever stands beside them. */
  const container = (certificates: Uint8Array[], type = SIGNED_DATA, beside: Uint8Array[] = []) =>
    sequence(
      type,
      tagged(0, sequence(integer(1), set(), sequence(DATA), tagged(0, ...certificates), ...beside, set())),
    );
  /** The same in BER, with lengths that are found out at the end. */
  const indefinite = (tag: number, ...contents: Uint8Array[]) => joined([[tag, 0x80], ...contents, [0, 0]]);
  const berContainer = () =>
    indefinite(
      0x30,
      SIGNED_DATA,
      indefinite(
        0xa0,
        indefinite(0x30, integer(1), set(), indefinite(0x30, DATA), indefinite(0xa0, der, other), set()),
      ),
    );

  it("is read in either form", () => {
    expect(read(container([der, other]))).toEqual([der, other]);
    expect(read(bytes(block("PKCS7", container([der, other]))))).toEqual([der, other]);
    expect(read(bytes(block("CMS", container([der]))))).toEqual([der]);
    expect(read(bytes(block("CERTIFICATE", container([der]))))).toEqual([der]);
  });

  it("is read in BER, as Windows writes it", () => {
    expect(read(berContainer())).toEqual([der, other]);
    expect(read(bytes(block("PKCS7", berContainer())))).toEqual([der, other]);
  });

  it("is read with revocation lists beside the certificates", () => {
    expect(read(container([der], SIGNED_DATA, [tagged(1, sequence())]))).toEqual([der]);
  });

  it("says which of its certificates cannot be read", () => {
    const { certificates, errors } = readCertificateFile(container([der, sequence(integer(1)), other]));
    expect(certificates.map((certificate) => certificate.der)).toEqual([der, other]);
    expect(errors).toMatchObject([{ code: "bad-tag", at: "certificate 2, byte 2" }]);
    const inPem = readCertificateFile(bytes(pem + block("PKCS7", container([sequence(integer(1))]))));
    expect(inPem.errors).toMatchObject([{ code: "bad-tag", at: "certificate 2, byte 2, line 4" }]);
  });

  it("is read up to a thousand certificates and a mebibyte", () => {
    const small = sequence();
    expect(readCertificateFile(container(Array(1000).fill(small))).errors).toHaveLength(1000);
    expect(readCertificateFile(container(Array(1001).fill(small))).errors).toEqual([
      { code: "bad-container", at: null, text: `${NO_CONTAINER} (more than 1000 certificates)` },
    ]);
    const overhead = container([octets(new Uint8Array(1_000_000))]).length - 1_000_000;
    const filled = (length: number) => container([octets(new Uint8Array(length - overhead))]);
    expect(readCertificateFile(filled(1024 * 1024)).errors).toMatchObject([{ code: "too-large", at: "certificate 1" }]);
    expect(readCertificateFile(filled(1024 * 1024 + 1)).errors).toEqual([
      { code: "too-large", at: null, text: "1048577 bytes where a container may have 1048576" },
    ]);
  });

  const NO_CONTAINER = "not a PKCS #7 container with certificates";
  const signedData = (...parts: Uint8Array[]) => sequence(SIGNED_DATA, tagged(0, sequence(...parts)));
  it.each<[string, () => Uint8Array, string]>([
    ["of another type", () => container([der], DATA), "not signed data"],
    ["without certificates", () => signedData(integer(1), set()), "a part is missing"],
    [
      "with nothing but revocation lists",
      () => signedData(integer(1), set(), sequence(DATA), tagged(1, sequence())),
      "a part is missing",
    ],
    [
      "with something else in their place",
      () => signedData(integer(1), set(), sequence(DATA), implicit(0, der)),
      "a part is missing",
    ],
    ["without contents", () => sequence(SIGNED_DATA), "a part is missing"],
    ["that is cut off", () => berContainer().subarray(0, 100), "Too few bytes to parse DER."],
  ])("is refused %s", (_, write, why) => {
    expect(readCertificateFile(write())).toMatchObject({
      certificates: [],
      errors: [{ code: "bad-container", at: null, text: `${NO_CONTAINER} (${why})` }],
    });
  });
});

describe("a file without certificates", () => {
  it.each([
    ["nothing", "", "empty", "the file is empty"],
    ["text", "hello\n", "no-certificate", "neither PEM nor DER: there is no certificate in it"],
    ["zeros", "\0".repeat(1000), "no-certificate", "neither PEM nor DER: there is no certificate in it"],
    ["another element", "\x04\x01x", "no-certificate", "neither PEM nor DER: there is no certificate in it"],
    ["XML", "<?xml version='1.0'?><html/>", "no-certificate", "neither PEM nor DER: there is no certificate in it"],
    ["a block without its end", `${BEGIN}AAAA\n`, "pem-without-end", 'the block has no "END CERTIFICATE" line'],
    [
      "a block with another end",
      `${BEGIN}AAAA\n-----END X-----\n`,
      "pem-without-end",
      'the block has no "END CERTIFICATE" line',
    ],
    ["an end before its block", `${END}${BEGIN}AAAA\n`, "pem-without-end", 'the block has no "END CERTIFICATE" line'],
    ["a block that is not base64", `${BEGIN}!!\n${END}`, "bad-base64", "what stands between the lines is not base64"],
    [
      "a block of something else",
      block("CERTIFICATE", set(oid("1.2.3"))),
      "bad-tag",
      "the certificate should have tag 0x30, has 0x31",
    ],
    ["an empty block", `${BEGIN}${END}`, "missing-part", "the certificate is missing"],
    ["only a private key", block("PRIVATE KEY", octets()), "no-certificate", "no block of the file is a certificate"],
    ["too many blocks", BEGIN.repeat(100_000), "too-many", "more than 1000 certificates in one file"],
    [
      "a container that is none",
      block("PKCS7", sequence(oid("1.2.3"))),
      "bad-container",
      "not a PKCS #7 container with certificates (not signed data)",
    ],
    ["a binary property list", "bplist00\0\0", "bad-container", "a binary property list, which is not read"],
  ])("says what is wrong with %s", (_, text, code, message) => {
    const { certificates, errors } = readCertificateFile(bytes(text));
    expect(certificates).toEqual([]);
    expect(errors).toMatchObject([{ code, text: message }]);
  });

  it("tells no more than a thousand of the blocks that are none of its business", () => {
    const { passedOver } = readCertificateFile(bytes(block("PRIVATE KEY", octets()).repeat(1001)));
    expect(passedOver).toHaveLength(1000);
  });

  it("that is a sequence of something else is refused as a certificate", () => {
    expect(readCertificateFile(sequence(element(0x05)))).toMatchObject({ errors: [{ code: "bad-tag" }] });
    expect(readCertificateFile(joined([[0x30, 0x80], element(0x05), [0, 0]]))).toMatchObject({
      errors: [{ code: "bad-length" }],
    });
  });
});
