import { expect, it } from "vitest";
import { signatureScheme } from "../../src/certificate/signature-scheme.ts";
import { element, integer, joined, octets, oid, sequence, tagged } from "./written.ts";

const NULL = element(0x05);
const PSS = "1.2.840.113549.1.1.10";
const SHA1 = sequence(oid("1.3.14.3.2.26"), NULL);
const SHA256 = sequence(oid("2.16.840.1.101.3.4.2.1"), NULL);
const mask = (hash: Uint8Array, generator = "1.2.840.113549.1.1.8") => tagged(1, sequence(oid(generator), hash));
const pss = (...parts: Uint8Array[]) => signatureScheme(PSS, sequence(...parts));

it.each([
  ["1.2.840.113549.1.1.5", { kind: "rsa", hash: "SHA-1" }],
  ["1.2.840.113549.1.1.11", { kind: "rsa", hash: "SHA-256" }],
  ["1.2.840.113549.1.1.12", { kind: "rsa", hash: "SHA-384" }],
  ["1.2.840.113549.1.1.13", { kind: "rsa", hash: "SHA-512" }],
  ["1.2.840.10045.4.1", { kind: "ecdsa", hash: "SHA-1" }],
  ["1.2.840.10045.4.3.2", { kind: "ecdsa", hash: "SHA-256" }],
  ["1.2.840.10045.4.3.3", { kind: "ecdsa", hash: "SHA-384" }],
  ["1.2.840.10045.4.3.4", { kind: "ecdsa", hash: "SHA-512" }],
  ["1.3.101.112", { kind: "ed25519" }],
  ["1.2.840.113549.1.1.4", null],
  ["1.3.101.113", null],
])("%s is checked as %j, whatever stands beside it", (algorithm, scheme) => {
  expect(signatureScheme(algorithm, null)).toEqual(scheme);
  expect(signatureScheme(algorithm, octets())).toEqual(scheme);
});

it.each([
  ["1.3.14.3.2.26", "SHA-1"],
  ["2.16.840.1.101.3.4.2.1", "SHA-256"],
  ["2.16.840.1.101.3.4.2.2", "SHA-384"],
  ["2.16.840.1.101.3.4.2.3", "SHA-512"],
])("RSASSA-PSS may be over %s", (algorithm, hash) => {
  const identifier = sequence(oid(algorithm), NULL);
  expect(pss(tagged(0, identifier), mask(identifier))).toEqual({ kind: "rsa-pss", hash, saltLength: 20 });
});

it("of RSASSA-PSS what is left out has its default, and what is written out counts", () => {
  const usual = { kind: "rsa-pss", hash: "SHA-1", saltLength: 20 };
  expect(pss()).toEqual(usual);
  expect(pss(tagged(0, SHA1))).toEqual(usual);
  expect(pss(mask(SHA1))).toEqual(usual);
  expect(pss(tagged(3, integer(1)))).toEqual(usual);
  for (const [length, bytes] of [
    [0, [0]],
    [21, [21]],
    [200, [0, 200]],
    [258, [1, 2]],
    [0x7fff, [0x7f, 0xff]],
  ] as const) {
    expect(pss(tagged(2, integer(...bytes)))).toEqual({ ...usual, saltLength: length });
  }
});

it.each([
  ["parameters", signatureScheme(PSS, null)],
  ["a sequence", signatureScheme(PSS, octets())],
  ["a whole sequence", signatureScheme(PSS, Uint8Array.of(0x30, 1))],
  ["an end", pss(NULL)],
  ["a known hash", pss(tagged(0, sequence(oid("1.2.3"))), mask(sequence(oid("1.2.3"))))],
  ["one hash", pss(tagged(0, SHA256))],
  ["one hash in the mask, too", pss(tagged(0, SHA256), mask(SHA1))],
  ["a hash in a sequence", pss(tagged(0, oid("1.3.14.3.2.26")))],
  ["a known mask", pss(mask(SHA1, "1.2.3"))],
  ["a mask in a sequence", pss(tagged(1, octets()))],
  ["a mask with a hash", pss(tagged(1, sequence(oid("1.2.840.113549.1.1.8"))))],
  ["a positive salt", pss(tagged(2, integer(0xec)))],
  ["a salt that two bytes can say", pss(tagged(2, integer(1, 0, 0)))],
  ["a salt that is a number", pss(tagged(2, octets([20])))],
  ["the usual trailer", pss(tagged(3, integer(2)))],
  ["a trailer that is a number", pss(tagged(3, octets([1])))],
  ["its parts in order", signatureScheme(PSS, sequence(joined([tagged(2, integer(20)), tagged(0, SHA1)])))],
])("RSASSA-PSS without %s is not checkable", (_, scheme) => {
  expect(scheme).toBeNull();
});
