import { describe, expect, it } from "vitest";
import type { CertificateErrorCode } from "../../src/certificate/errors.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import {
  bits,
  boolean,
  type Extension,
  element,
  extensions,
  implicit,
  integer,
  joined,
  NOTHING,
  name,
  octets,
  oid,
  type Parts,
  sequence,
  set,
  tagged,
  utcTime,
  written,
} from "./written.ts";

const V1 = NOTHING;
const V2 = tagged(0, integer(1));
const NULL = element(0x05);
const ECDSA = oid("1.2.840.10045.4.3.2");
const KEY_ID: Extension = ["2.5.29.14", octets([1])];
const KEY_ID_AGAIN: Extension = ["2.5.29.14", octets([2])];
/** The issuer's one attribute, of this type and value. */
const issuerOf = (...attribute: readonly Uint8Array[]) => sequence(set(sequence(...attribute)));

describe("a certificate", () => {
  it("has no irregularity when it is ordinary", () => {
    expect(parseCertificate(written())).toMatchObject({ version: 3, serial: "01", irregularities: [] });
  });

  it.each([
    ["1, left out", V1, 1],
    ["1, written out", tagged(0, integer(0)), 1],
    ["2", V2, 2],
    ["3", tagged(0, integer(2)), 3],
  ] as const)("has version %s", (_, version, number) => {
    expect(parseCertificate(written({ version })).version).toBe(number);
  });

  it.each<[string, Partial<Parts>, string[]]>([
    ["a version that is written although it is 1", { version: tagged(0, integer(0)) }, ["explicit-default"]],
    ["an empty issuer", { issuer: sequence() }, ["empty-issuer"]],
    ["an empty subject", { subject: sequence() }, []],
    ["another algorithm inside", { inner: sequence(oid("1.2.840.10045.4.3.3")) }, ["algorithm-mismatch"]],
    ["other parameters inside", { inner: sequence(ECDSA, NULL) }, ["algorithm-mismatch"]],
    ["the same parameters inside and outside", { inner: sequence(ECDSA, NULL), outer: sequence(ECDSA, NULL) }, []],
    ["a string of no known type in the issuer", { issuer: name(["2.5.4.3", 0x05, ""]) }, ["unknown-string-type"]],
    ["a string of no known type in the subject", { subject: name(["2.5.4.3", 0x05, ""]) }, ["unknown-string-type"]],
    ["a string that breaks its type in the issuer", { issuer: name(["2.5.4.3", 0x13, "a@b"]) }, ["invalid-string"]],
    [
      "a string that breaks its type beside one that does not",
      {
        issuer: sequence(
          set(sequence(oid("2.5.4.3"), element(0x0c, "x")), sequence(oid("2.5.4.10"), element(0x13, "@"))),
        ),
      },
      ["invalid-string"],
    ],
    ["a string that breaks its type in the subject", { subject: name(["2.5.4.3", 0x13, "a@b"]) }, ["invalid-string"]],
    ["extensions in version 1", { version: V1, rest: extensions(KEY_ID) }, ["extensions-before-version-3"]],
    ["extensions in version 2", { version: V2, rest: extensions(KEY_ID) }, ["extensions-before-version-3"]],
    ["extensions in version 3", { rest: extensions(KEY_ID) }, []],
    ["unique identifiers", { version: V2, rest: joined([implicit(1, [0, 1]), implicit(2, [0, 1])]) }, []],
    ["a signature of seven bits less", { signature: element(0x03, [7, 0x80]) }, ["signature-not-whole-bytes"]],
    [
      "an extension given three times",
      { rest: extensions(KEY_ID, KEY_ID_AGAIN, KEY_ID_AGAIN) },
      ["duplicate-extension"],
    ],
  ])("with %s: %s", (_, parts, irregularities) => {
    expect(parseCertificate(written(parts)).irregularities).toEqual(irregularities);
  });
});

describe("a serial number", () => {
  it.each([
    [[0x7f], "7f", []],
    [[0x00, 0x80], "80", []],
    [[0x00], "00", ["zero-serial"]],
    [[0xff], "-01", ["negative-serial"]],
    [[0x80], "-80", ["negative-serial"]],
    [[0xff, 0x7f], "-81", ["negative-serial"]],
    [[0xff, 0x00], "-0100", ["negative-serial"]],
    [Array(20).fill(0x11), "11".repeat(20), []],
    [Array(21).fill(0x11), "11".repeat(21), ["long-serial"]],
    [[0x00, ...Array(20).fill(0xff)], "ff".repeat(20), ["long-serial"]],
  ])("%j is %s: %j", (bytes, serial, irregularities) => {
    expect(parseCertificate(written({ serial: integer(...bytes) }))).toMatchObject({ serial, irregularities });
  });
});

describe("an object identifier", () => {
  const typeOf = (identifier: Uint8Array) =>
    parseCertificate(written({ issuer: issuerOf(identifier, element(0x0c, "x")) })).issuer.rdns[0]?.[0]?.type;

  it.each(["0.39", "1.0", "1.39.1", "2.0", "2.40", "2.999.127.128.16384", "1.2.4294967296"])("%s is read", (dotted) => {
    expect(typeOf(oid(dotted))).toBe(dotted);
  });

  it("longer than anybody uses is kept as hex", () => {
    expect(typeOf(element(0x06, Array(64).fill(1)))).toBe(`0.1${".1".repeat(63)}`);
    expect(typeOf(element(0x06, Array(65).fill(1)))).toBe(`#${"01".repeat(65)}`);
  });
});

describe("what is refused", () => {
  const spki = (algorithm: Uint8Array, ...rest: Uint8Array[]) => sequence(algorithm, ...rest);
  const EC = sequence(oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7"));
  const [START, END] = [utcTime("260101000000Z"), utcTime("270101000000Z")];

  it.each<[string, Partial<Parts>, CertificateErrorCode]>([
    ["version 4", { version: tagged(0, integer(3)) }, "bad-version"],
    ["a negative version", { version: tagged(0, integer(0xff)) }, "bad-version"],
    ["a version of two bytes", { version: tagged(0, integer(1, 0)) }, "bad-version"],
    ["more behind the version", { version: tagged(0, integer(2), NULL) }, "trailing-bytes"],
    ["more behind the algorithm's parameters", { outer: sequence(ECDSA, NULL, NULL) }, "trailing-bytes"],
    ["more behind the validity", { validity: sequence(START, END, END) }, "trailing-bytes"],
    ["more behind the extensions", { rest: joined([extensions(KEY_ID), NULL]) }, "trailing-bytes"],
    ["more behind the list of extensions", { rest: tagged(3, sequence(), NULL) }, "trailing-bytes"],
    ["more behind the signature", { signature: joined([bits(), NULL]) }, "trailing-bytes"],
    ["more behind a name's value", { issuer: issuerOf(oid("2.5.4.3"), element(0x0c, "x"), NULL) }, "trailing-bytes"],
    ["more behind the key", { spki: spki(EC, bits([4]), NULL) }, "trailing-bytes"],
    [
      "more behind an extension",
      { rest: tagged(3, sequence(sequence(oid("1.2.3"), octets(), NULL))) },
      "trailing-bytes",
    ],
    [
      "a criticality that is neither true nor false",
      { rest: tagged(3, sequence(sequence(oid("1.2.3"), boolean(1), octets()))) },
      "bad-boolean",
    ],
    ["a relative name without attributes", { issuer: sequence(set()) }, "missing-part"],
    ["an attribute without a value", { issuer: issuerOf(oid("2.5.4.3")) }, "missing-part"],
    ["a validity without an end", { validity: sequence(START) }, "missing-part"],
    ["no signature", { signature: NOTHING }, "missing-part"],
    ["signature bits that count eight unused ones", { signature: element(0x03, [8, 0]) }, "bad-bit-string"],
    ["signature bits that count unused ones of none", { signature: element(0x03, [1]) }, "bad-bit-string"],
    ["signature bits without their count", { signature: element(0x03) }, "bad-bit-string"],
    ["key bits that are not whole bytes", { spki: spki(EC, element(0x03, [4, 0])) }, "bad-bit-string"],
    ["no serial number", { serial: NOTHING }, "bad-tag"],
    ["a set in place of the issuer", { issuer: set() }, "bad-tag"],
    ["a value with a tag of several bytes", { issuer: issuerOf(oid("2.5.4.3"), element(0x1f, "x")) }, "bad-tag"],
    ["a short length in the long form", { serial: joined([[0x02, 0x81, 1, 1]]) }, "bad-length"],
    ["a length with a zero in front", { serial: joined([[0x02, 0x82, 0, 0x81], Array(0x81).fill(1)]) }, "bad-length"],
    ["a length of five bytes", { serial: joined([[0x02, 0x85, 1, 0, 0, 0, 0]]) }, "bad-length"],
    ["an indefinite length", { serial: joined([[0x02, 0x80, 1, 0, 0]]) }, "bad-length"],
    ["a part that ends before its length", { issuer: issuerOf(joined([[0x06]])) }, "truncated"],
    ["a part that ends within its length", { issuer: issuerOf(joined([[0x06, 0x82, 1]])) }, "truncated"],
    ["a part that reaches past its surroundings", { issuer: issuerOf(joined([[0x06, 3, 0x55, 4]])) }, "truncated"],
  ])("%s", (_, parts, code) => {
    expect(() => parseCertificate(written(parts))).toThrow(
      expect.objectContaining({ name: "CertificateError", code, byte: expect.any(Number) }),
    );
  });
});

it("a certificate of the largest size is read, one byte more is not", () => {
  const filled = (length: number) => written({ rest: extensions(["1.2.3", octets(new Uint8Array(length))]) });
  const overhead = filled(60_000).length - 60_000;
  const largest = filled(64 * 1024 - overhead);
  expect(largest).toHaveLength(64 * 1024);
  expect(parseCertificate(largest).der).toBe(largest);
  expect(() => parseCertificate(filled(64 * 1024 - overhead + 1))).toThrow(
    expect.objectContaining({
      code: "too-large",
      byte: null,
      message: "65537 bytes where a certificate may have 65536",
    }),
  );
});
