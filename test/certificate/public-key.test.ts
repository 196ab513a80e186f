import { expect, test } from "vitest";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { bits, element, integer, joined, octets, oid, sequence, written } from "./written.ts";

const NULL = element(0x05);
const RSA = "1.2.840.113549.1.1.1";
const RSA_PSS = "1.2.840.113549.1.1.10";
const EC = "1.2.840.10045.2.1";

/** A modulus of so many bits. */
const modulus = (length: number) => integer(0, 0x80, ...Array(length / 8 - 1).fill(1));
const rsaKey = (exponent: Uint8Array, length = 2048) => bits(sequence(modulus(length), exponent));
const key = (algorithm: string, parameters: Uint8Array, value: Uint8Array) =>
  sequence(sequence(oid(algorithm), parameters), value);
const NONE = new Uint8Array(0);

test.each([
  ["rsa-2048", "65537", key(RSA, NULL, rsaKey(integer(1, 0, 1)))],
  ["rsa-4096", "3", key(RSA, NONE, rsaKey(integer(3), 4096))],
  ["rsa-1023", "3", key(RSA, NULL, bits(sequence(integer(0x40, ...Array(127).fill(1)), integer(3))))],
  ["rsa-2048", "18446744073709551615", key(RSA, NULL, rsaKey(integer(0, ...Array(8).fill(0xff))))],
  ["rsa-2048", `0x01${"00".repeat(7)}…`, key(RSA, NULL, rsaKey(integer(1, ...Array(8).fill(0))))],
  ["rsa-pss-2048", "65537", key(RSA_PSS, NONE, rsaKey(integer(1, 0, 1)))],
  ["rsa-unreadable", null, key(RSA, NULL, bits(octets()))],
  ["rsa-unreadable", null, key(RSA, NULL, bits(joined([sequence(modulus(1024), integer(3)), NULL])))],
  ["rsa-unreadable", null, key(RSA, NULL, bits(sequence(modulus(1024), integer(3), integer(3))))],
  ["rsa-pss-unreadable", null, key(RSA_PSS, NULL, bits())],
  ["ec-p192", null, key(EC, oid("1.2.840.10045.3.1.1"), bits())],
  ["ec-p224", null, key(EC, oid("1.3.132.0.33"), bits())],
  ["ec-p256", null, key(EC, oid("1.2.840.10045.3.1.7"), bits())],
  ["ec-p384", null, key(EC, oid("1.3.132.0.34"), bits())],
  ["ec-p521", null, key(EC, oid("1.3.132.0.35"), bits())],
  ["ec-secp256k1", null, key(EC, oid("1.3.132.0.10"), bits())],
  ["ec-brainpoolP256r1", null, key(EC, oid("1.3.36.3.3.2.8.1.1.7"), bits())],
  ["ec-brainpoolP384r1", null, key(EC, oid("1.3.36.3.3.2.8.1.1.11"), bits())],
  ["ec-brainpoolP512r1", null, key(EC, oid("1.3.36.3.3.2.8.1.1.13"), bits())],
  ["ec-1.2.3", null, key(EC, oid("1.2.3"), bits())],
  ["ec-explicit", null, key(EC, sequence(), bits())],
  ["ec-explicit", null, key(EC, NONE, bits())],
  ["dsa", null, key("1.2.840.10040.4.1", sequence(), bits())],
  ["dsa", null, key("1.2.840.10040.4.1", element(0x06, [0x81]), bits())],
  ["ed25519", null, key("1.3.101.112", NONE, bits())],
  ["ed448", null, key("1.3.101.113", NONE, bits())],
  ["unknown-1.2.3.4", null, key("1.2.3.4", NONE, bits())],
])("%s with exponent %s", (type, rsaExponent, spki) => {
  expect(parseCertificate(written({ spki }))).toMatchObject({ publicKey: { type, rsaExponent }, irregularities: [] });
});
