import { beforeAll, describe, expect, it } from "vitest";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { type SignatureResult, verifySignature } from "../../src/certificate/signature.ts";
import { parsed, SIGNERS, selfSigned } from "./made.ts";
import { bits, element, integer, joined, octets, oid, sequence, tagged, written, writtenAndSigned } from "./written.ts";

const NULL = element(0x05);
const NONE = new Uint8Array(0);
const RSA = "1.2.840.113549.1.1.1";
const RSA_PSS = "1.2.840.113549.1.1.10";
const EC = "1.2.840.10045.2.1";
const ED25519 = "1.3.101.112";
const ECDSA_WITH_SHA256 = sequence(oid("1.2.840.10045.4.3.2"));

describe.each(Object.keys(SIGNERS) as (keyof typeof SIGNERS)[])("a signature by %s", (signer) => {
  it("is valid under its key, and invalid when signed bytes, signature or key are others", async () => {
    const der = new Uint8Array((await selfSigned(signer)).rawData);
    const certificate = parseCertificate(der);
    expect(await verifySignature(certificate, certificate.spki)).toBe("valid");

    const other = parsed(await selfSigned(signer));
    expect(await verifySignature(certificate, other.spki)).toBe("invalid");

    const serial = Buffer.from(der).indexOf(Buffer.from(certificate.serial, "hex"));
    for (const at of [serial + certificate.serial.length / 2 - 1, der.length - 1]) {
      const changed = der.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await verifySignature(parseCertificate(changed), certificate.spki), `byte ${at}`).toBe("invalid");
    }
  });
});

describe("an RSA signature", () => {
  let modulus: Uint8Array;
  let signedWith: (algorithm: RsaHashedKeyGenParams["name"], hash: string, saltLength: number) => Signer;

  type Signer = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

  beforeAll(async () => {
    const generated = await crypto.subtle.generateKey(
      { name: "RSA-PSS", hash: "SHA-256", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
      true,
      ["sign", "verify"],
    );
    const { kty, n, e, d, p, q, dp, dq, qi } = await crypto.subtle.exportKey("jwk", generated.privateKey);
    modulus = new Uint8Array(Buffer.from(n ?? "", "base64url"));
    signedWith = (name, hash, saltLength) => async (bytes) => {
      const jwk = { kty, n, e, d, p, q, dp, dq, qi } as JsonWebKey;
      const key = await crypto.subtle.importKey("jwk", jwk, { name, hash }, false, ["sign"]);
      return crypto.subtle.sign({ name, saltLength }, key, bytes);
    };
  });

  /** The key, as an AlgorithmIdentifier of this kind says it is. */
  const key = (algorithm: string, parameters: Uint8Array = NULL) =>
    sequence(sequence(oid(algorithm), parameters), bits(sequence(integer(0, ...modulus), integer(1, 0, 1))));

  const verify = async (algorithm: Uint8Array, sign: Signer, spki: Uint8Array) =>
    verifySignature(parseCertificate(await writtenAndSigned(algorithm, sign)), spki);

  it.each([
    ["1.2.840.113549.1.1.5", "SHA-1"],
    ["1.2.840.113549.1.1.11", "SHA-256"],
    ["1.2.840.113549.1.1.12", "SHA-384"],
    ["1.2.840.113549.1.1.13", "SHA-512"],
  ])("%s is made with %s", async (algorithm, hash) => {
    const sign = signedWith("RSASSA-PKCS1-v1_5", hash, 0);
    expect(await verify(sequence(oid(algorithm), NULL), sign, key(RSA))).toBe("valid");
    // RFC 4055 section 1.2: a key for RSASSA-PSS makes no other signatures.
    expect(await verify(sequence(oid(algorithm), NULL), sign, key(RSA_PSS, NONE))).toBe("invalid");
  });

  const SHA = {
    "SHA-1": sequence(oid("1.3.14.3.2.26"), NULL),
    "SHA-256": sequence(oid("2.16.840.1.101.3.4.2.1"), NULL),
    "SHA-384": sequence(oid("2.16.840.1.101.3.4.2.2")),
    "SHA-512": sequence(oid("2.16.840.1.101.3.4.2.3")),
  };
  const mask = (hash: Uint8Array) => tagged(1, sequence(oid("1.2.840.113549.1.1.8"), hash));
  const salt = (...length: number[]) => tagged(2, integer(...length));

  it.each<[string, Uint8Array, keyof typeof SHA, number, SignatureResult]>([
    ["all left out", sequence(), "SHA-1", 20, "valid"],
    [
      "all written out",
      sequence(tagged(0, SHA["SHA-1"]), mask(SHA["SHA-1"]), salt(20), tagged(3, integer(1))),
      "SHA-1",
      20,
      "valid",
    ],
    ["SHA-256", sequence(tagged(0, SHA["SHA-256"]), mask(SHA["SHA-256"]), salt(32)), "SHA-256", 32, "valid"],
    ["SHA-256 and no salt", sequence(tagged(0, SHA["SHA-256"]), mask(SHA["SHA-256"]), salt(0)), "SHA-256", 0, "valid"],
    ["the usual salt left out", sequence(tagged(0, SHA["SHA-256"]), mask(SHA["SHA-256"])), "SHA-256", 20, "valid"],
    ["SHA-384", sequence(tagged(0, SHA["SHA-384"]), mask(SHA["SHA-384"]), salt(48)), "SHA-384", 48, "valid"],
    ["SHA-512", sequence(tagged(0, SHA["SHA-512"]), mask(SHA["SHA-512"]), salt(64)), "SHA-512", 64, "valid"],
    ["another salt", sequence(tagged(0, SHA["SHA-256"]), mask(SHA["SHA-256"]), salt(31)), "SHA-256", 32, "invalid"],
    ["a salt in two bytes", sequence(salt(1, 0)), "SHA-1", 20, "not-checkable"],
    ["a salt without end", sequence(salt(1, 0, 0)), "SHA-1", 20, "not-checkable"],
    ["a negative salt", sequence(salt(0xec)), "SHA-1", 20, "not-checkable"],
    ["another hash in the mask", sequence(tagged(0, SHA["SHA-256"]), salt(32)), "SHA-256", 32, "not-checkable"],
    ["another mask", sequence(tagged(1, sequence(oid("1.2.3"), SHA["SHA-1"]))), "SHA-1", 20, "not-checkable"],
    ["another hash", sequence(tagged(0, sequence(oid("1.2.3")))), "SHA-1", 20, "not-checkable"],
    ["another trailer", sequence(tagged(3, integer(2))), "SHA-1", 20, "not-checkable"],
    ["more behind them", sequence(salt(20), NULL), "SHA-1", 20, "not-checkable"],
    ["another type", octets(), "SHA-1", 20, "not-checkable"],
    ["nothing", NONE, "SHA-1", 20, "not-checkable"],
  ])("by RSASSA-PSS with the parameters: %s", async (_, parameters, hash, saltLength, result) => {
    const sign = signedWith("RSA-PSS", hash, saltLength);
    const algorithm = sequence(oid(RSA_PSS), parameters);
    expect(await verify(algorithm, sign, key(RSA))).toBe(result);
    expect(await verify(algorithm, sign, key(RSA_PSS, NONE))).toBe(result);
  });

  const pss = (hash: keyof typeof SHA, ...length: number[]) =>
    sequence(tagged(0, SHA[hash]), mask(SHA[hash]), salt(...length));

  it.each<[string, Uint8Array, SignatureResult]>([
    ["the same hash and salt", pss("SHA-256", 32), "valid"],
    ["a shorter salt at the least", pss("SHA-256", 31), "valid"],
    ["a longer salt at the least", pss("SHA-256", 33), "invalid"],
    ["another hash", pss("SHA-384", 32), "invalid"],
    ["what WebCrypto does not know", pss("SHA-256", 0xec), "not-checkable"],
  ])("by RSASSA-PSS under a key that is bound to %s", async (_, parameters, result) => {
    const algorithm = sequence(oid(RSA_PSS), pss("SHA-256", 32));
    expect(await verify(algorithm, signedWith("RSA-PSS", "SHA-256", 32), key(RSA_PSS, parameters))).toBe(result);
  });

  it.each([
    ["MD5", "1.2.840.113549.1.1.4"],
    ["SHA-224", "1.2.840.113549.1.1.14"],
    ["an unknown algorithm", "1.2.3.4"],
  ])("with %s is not checkable", async (_, algorithm) => {
    const sign = signedWith("RSASSA-PKCS1-v1_5", "SHA-256", 0);
    expect(await verify(sequence(oid(algorithm), NULL), sign, key(RSA))).toBe("not-checkable");
  });

  it("is invalid where the algorithm inside is not the outer one, or it is not whole bytes", async () => {
    const sign = signedWith("RSASSA-PKCS1-v1_5", "SHA-256", 0);
    const good = parseCertificate(await writtenAndSigned(sequence(oid("1.2.840.113549.1.1.11"), NULL), sign));
    expect(await verifySignature(good, key(RSA))).toBe("valid");
    for (const fault of [{ agreesWithTbs: false }, { value: null }]) {
      const certificate = { ...good, signature: { ...good.signature, ...fault } };
      expect(await verifySignature(certificate, key(RSA)), JSON.stringify(fault)).toBe("invalid");
    }
  });
});

describe("an ECDSA signature", () => {
  let keys: CryptoKeyPair;
  let spki: Uint8Array;

  beforeAll(async () => {
    keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
    spki = new Uint8Array(await crypto.subtle.exportKey("spki", keys.publicKey));
  });

  const half = (bytes: Uint8Array) => {
    const from = bytes.findIndex((byte) => byte !== 0);
    return integer(...((bytes[from] ?? 0) >= 0x80 ? [0] : []), ...bytes.subarray(from));
  };
  const negated = (bytes: Uint8Array) => {
    const value = -BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
    const complement = Buffer.from(BigInt.asUintN(256, value).toString(16).padStart(64, "0"), "hex");
    return integer(...((complement[0] ?? 0) < 0x80 ? [0xff] : []), ...complement);
  };
  /** Signs, with the value written by `write`. */
  const verifyWritten = async (
    hash: string,
    algorithm: string,
    write: (r: Uint8Array, s: Uint8Array) => Uint8Array,
  ) => {
    const sign = async (bytes: Uint8Array<ArrayBuffer>) => {
      const raw = new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash }, keys.privateKey, bytes));
      return Uint8Array.from(write(raw.subarray(0, 32), raw.subarray(32))).buffer;
    };
    return verifySignature(parseCertificate(await writtenAndSigned(sequence(oid(algorithm)), sign)), spki);
  };
  const usual = (r: Uint8Array, s: Uint8Array) => sequence(half(r), half(s));

  it.each([
    ["1.2.840.10045.4.1", "SHA-1", "valid"],
    ["1.2.840.10045.4.3.2", "SHA-256", "valid"],
    ["1.2.840.10045.4.3.3", "SHA-384", "valid"],
    ["1.2.840.10045.4.3.4", "SHA-512", "valid"],
    ["1.2.840.10045.4.3.1", "SHA-256", "not-checkable"],
  ])("%s is made with %s: %s", async (algorithm, hash, result) => {
    expect(await verifyWritten(hash, algorithm, usual)).toBe(result);
  });

  it("holds however short its halves happen to be", async () => {
    // One in 256 halves begins with a zero byte.
    let short = 0;
    for (let i = 0; i < 4000 && short < 2; i++) {
      const result = await verifyWritten("SHA-256", "1.2.840.10045.4.3.2", (r, s) => {
        if (r[0] === 0 || s[0] === 0) short++;
        return usual(r, s);
      });
      expect(result).toBe("valid");
    }
    expect(short).toBe(2);
  });

  it.each<[string, (r: Uint8Array, s: Uint8Array) => Uint8Array]>([
    ["raw, as WebCrypto has it", (r, s) => joined([r, s])],
    ["more behind it", (r, s) => joined([usual(r, s), NULL])],
    ["a third part", (r, s) => sequence(half(r), half(s), integer(1))],
    ["one part", (r) => sequence(half(r))],
    ["a half that is too long", (r, s) => sequence(integer(1, ...r), half(s))],
    ["the right halves with the wrong sign", (r, s) => sequence(negated(r), negated(s))],
    ["a padded half", (r, s) => sequence(element(0x02, [0, 0], r), half(s))],
    ["nothing", () => NONE],
  ])("is invalid when it is %s", async (_, write) => {
    expect(await verifyWritten("SHA-256", "1.2.840.10045.4.3.2", write)).toBe("invalid");
  });
});

describe("a key", () => {
  const rsaKey = (modulus: Uint8Array, exponent: Uint8Array) =>
    sequence(sequence(oid(RSA), NULL), bits(sequence(modulus, exponent)));
  const ecKey = (curve: Uint8Array, ...point: (Uint8Array | number[])[]) =>
    sequence(sequence(oid(EC), curve), bits(...point));
  const P256 = oid("1.2.840.10045.3.1.7");
  const RSA_WITH_SHA256 = sequence(oid("1.2.840.113549.1.1.11"), NULL);
  const odd = (length: number) => integer(0, ...Array(length / 8).fill(0xff));

  const verify = (algorithm: Uint8Array, spki: Uint8Array, signature = bits(new Uint8Array(256))) =>
    verifySignature(parseCertificate(written({ inner: algorithm, outer: algorithm, signature })), spki);

  it.each<[string, SignatureResult, Uint8Array]>([
    ["of the usual size", "invalid", rsaKey(odd(2048), integer(1, 0, 1))],
    ["of the largest size", "invalid", rsaKey(odd(16_384), integer(1, 0, 1))],
    ["beyond the largest size", "not-checkable", rsaKey(odd(16_392), integer(1, 0, 1))],
    ["with the largest exponent", "invalid", rsaKey(odd(2048), odd(64))],
    ["with an exponent beyond use", "not-checkable", rsaKey(odd(2048), odd(72))],
    ["with a negative modulus", "not-checkable", rsaKey(integer(0x80, ...Array(255).fill(1)), integer(1, 0, 1))],
    ["with a negative exponent", "not-checkable", rsaKey(odd(2048), integer(0xfd))],
    ["that is no RSA key", "not-checkable", sequence(sequence(oid(RSA), NULL), bits(octets()))],
    ["of EC", "invalid", ecKey(P256, [4], new Uint8Array(64))],
    ["of Ed25519", "invalid", sequence(sequence(oid(ED25519)), bits(new Uint8Array(32)))],
    ["of no known kind", "invalid", sequence(sequence(oid("1.2.3")), bits())],
    ["with more behind it", "not-checkable", joined([rsaKey(odd(2048), integer(1, 0, 1)), NULL])],
    ["that is cut off", "not-checkable", rsaKey(odd(2048), integer(1, 0, 1)).subarray(0, 100)],
    ["that is none", "not-checkable", NONE],
  ])("for an RSA signature %s: %s", async (_, result, spki) => {
    expect(await verify(RSA_WITH_SHA256, spki)).toBe(result);
  });

  it.each<[string, SignatureResult, (point: Uint8Array) => Uint8Array]>([
    ["in the common form", "invalid", (point) => ecKey(P256, point)],
    [
      "in the compressed form",
      "not-checkable",
      (point) => ecKey(P256, [2 + ((point[64] ?? 0) & 1)], point.slice(1, 33)),
    ],
    ["in the hybrid form", "not-checkable", (point) => ecKey(P256, [6 + ((point[64] ?? 0) & 1)], point.slice(1))],
    ["that is the point at infinity", "not-checkable", () => ecKey(P256, [0])],
    ["that is off the curve", "not-checkable", (point) => ecKey(P256, point.slice(0, 64), [(point[64] ?? 0) ^ 1])],
    ["that is too long", "not-checkable", (point) => ecKey(P256, point, [0])],
    ["on a curve without a name", "not-checkable", (point) => ecKey(sequence(), point)],
    ["on another curve than it has room for", "not-checkable", (point) => ecKey(oid("1.3.132.0.34"), point)],
    ["on a curve that WebCrypto does not know", "not-checkable", (point) => ecKey(oid("1.3.132.0.10"), point)],
    ["of RSA", "invalid", () => rsaKey(odd(2048), integer(1, 0, 1))],
  ])("for an ECDSA signature %s: %s", async (_, result, write) => {
    const { publicKey } = await crypto.subtle.generateKey(SIGNERS["ec-p256"], true, ["sign", "verify"]);
    const point = new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
    expect(await verify(ECDSA_WITH_SHA256, write(point), bits(sequence(integer(1), integer(1))))).toBe(result);
  });

  it.each<[string, SignatureResult, Uint8Array]>([
    ["of 32 bytes", "invalid", sequence(sequence(oid(ED25519)), bits(new Uint8Array(32).fill(3)))],
    ["of 31 bytes", "not-checkable", sequence(sequence(oid(ED25519)), bits(new Uint8Array(31)))],
    ["of EC", "invalid", ecKey(P256, [4], new Uint8Array(64))],
    ["of EC that has 32 bytes", "invalid", ecKey(P256, new Uint8Array(32).fill(3))],
  ])("for an Ed25519 signature %s: %s", async (_, result, spki) => {
    expect(await verify(sequence(oid(ED25519)), spki, bits(new Uint8Array(64)))).toBe(result);
  });
});

it("is invalid under a key of another kind", async () => {
  const [rsa, ec] = await Promise.all([selfSigned("rsa-2048"), selfSigned("ec-p256")]);
  expect(await verifySignature(parsed(rsa), parsed(ec).spki)).toBe("invalid");
  expect(await verifySignature(parsed(ec), parsed(rsa).spki)).toBe("invalid");
});
