import type { Certificate } from "./certificate.ts";
import { DerReader, Tag } from "./der.ts";
import { CertificateError } from "./errors.ts";
import { bitLength, readInteger } from "./integer.ts";
import { KeyAlgorithm } from "./oids.ts";
import { parseSubjectPublicKeyInfo, readRsaKey, type SubjectPublicKeyInfo } from "./public-key.ts";
import { type SignatureScheme, signatureScheme } from "./signature-scheme.ts";

/**
 * `valid`: made with that key over these bytes; `invalid`: not; `not-checkable`: the algorithm, curve or key is one that WebCrypto
 * does not handle, or none at all. The last is neither good nor bad.
 */
export type SignatureResult = "valid" | "invalid" | "not-checkable";

/** Beyond these, checking costs an attacker nothing and us a lot; no browser takes such keys. */
const LARGEST_MODULUS_BITS = 16_384;
const LARGEST_EXPONENT_BITS = 64;

const CURVES: ReadonlyMap<string, { readonly name: string; readonly bytes: number }> = new Map([
  ["1.2.840.10045.3.1.7", { name: "P-256", bytes: 32 }],
  ["1.3.132.0.34", { name: "P-384", bytes: 48 }],
  ["1.3.132.0.35", { name: "P-521", bytes: 66 }],
]);

/**
 * Whether a certificate's signature was made with a key.
 * @param issuerSpki the key as SubjectPublicKeyInfo, DER.
 * @returns never rejects, whatever the key or the signature hold. `invalid` also when the algorithm inside the signed part is not
 * the outer one (RFC 5280 section 4.1.1.2), and when the signature is not whole bytes.
 */
export function verifySignature(certificate: Certificate, issuerSpki: Uint8Array): Promise<SignatureResult> {
  const results = checked.get(certificate) ?? new Map<string, Promise<SignatureResult>>();
  checked.set(certificate, results);
  const spki = String.fromCharCode(...issuerSpki);
  const result = results.get(spki) ?? checkSignature(certificate, issuerSpki);
  results.set(spki, result);
  return result;
}

/** What came out for each certificate and key: linking, matching, and judging by another list all ask the same again. */
const checked = new WeakMap<Certificate, Map<string, Promise<SignatureResult>>>();

async function checkSignature(certificate: Certificate, issuerSpki: Uint8Array): Promise<SignatureResult> {
  const { algorithm, parameters, value, agreesWithTbs } = certificate.signature;
  if (!agreesWithTbs || value === null) return "invalid";
  const scheme = signatureScheme(algorithm, parameters);
  const spki = readKey(issuerSpki);
  if (!scheme || !spki) return "not-checkable";
  const check = prepare(scheme, spki, value);
  if (check === "not-checkable" || check === "invalid") return check;
  try {
    const key = await importKey(check);
    const good = await crypto.subtle.verify(check.algorithm, key, buffer(check.signature), buffer(certificate.tbs));
    return good ? "valid" : "invalid";
  } catch {
    // WebCrypto refuses keys that are no keys (a point off the curve, an even modulus) with errors that differ by engine.
    return "not-checkable";
  }
}

interface Check {
  readonly algorithm: RsaHashedImportParams & EcKeyImportParams & EcdsaParams & RsaPssParams;
  /** RSA as JWK, because engines differ in the SubjectPublicKeyInfo they take; curve points as raw bytes. */
  readonly key: JsonWebKey | Uint8Array;
  readonly signature: Uint8Array;
}

function importKey({ key, algorithm }: Check): Promise<CryptoKey> {
  if (key instanceof Uint8Array) return crypto.subtle.importKey("raw", buffer(key), algorithm, false, ["verify"]);
  return crypto.subtle.importKey("jwk", key, algorithm, false, ["verify"]);
}

/** What to hand to WebCrypto; `invalid` when the key cannot have made such a signature at all. */
function prepare(
  scheme: SignatureScheme,
  spki: SubjectPublicKeyInfo,
  signature: Uint8Array,
): Check | "invalid" | "not-checkable" {
  const { algorithm, parameters, curve, key } = spki;
  switch (scheme.kind) {
    case "rsa":
    case "rsa-pss": {
      if (algorithm !== KeyAlgorithm.rsa && algorithm !== KeyAlgorithm.rsaPss) return "invalid";
      if (algorithm === KeyAlgorithm.rsaPss) {
        const allowed = allowedByPssKey(scheme, parameters);
        if (allowed !== "valid") return allowed;
      }
      const jwk = rsaJwk(key);
      if (!jwk) return "not-checkable";
      if (scheme.kind === "rsa") return check({ name: "RSASSA-PKCS1-v1_5", hash: scheme.hash }, jwk, signature);
      return check({ name: "RSA-PSS", hash: scheme.hash, saltLength: scheme.saltLength }, jwk, signature);
    }
    case "ecdsa": {
      if (algorithm !== KeyAlgorithm.ec) return "invalid";
      const known = curve === null ? undefined : CURVES.get(curve);
      // Only the uncompressed form is common to all engines; the point at infinity is a single zero byte.
      if (!known || key.length !== 1 + 2 * known.bytes || key[0] !== 4) return "not-checkable";
      const raw = rawEcdsaSignature(signature, known.bytes);
      if (!raw) return "invalid";
      return check({ name: "ECDSA", namedCurve: known.name, hash: scheme.hash }, key, raw);
    }
    case "ed25519":
      if (algorithm !== KeyAlgorithm.ed25519) return "invalid";
      return key.length === 32 ? check({ name: "Ed25519" }, key, signature) : "not-checkable";
  }
}

/** An id-RSASSA-PSS key makes PSS signatures only, and its parameters bind them (RFC 4055 section 3.3). */
function allowedByPssKey(scheme: SignatureScheme, parameters: Uint8Array | null): SignatureResult {
  if (scheme.kind !== "rsa-pss") return "invalid";
  if (parameters === null) return "valid";
  const bound = signatureScheme(KeyAlgorithm.rsaPss, parameters);
  if (bound?.kind !== "rsa-pss") return "not-checkable";
  return scheme.hash === bound.hash && scheme.saltLength >= bound.saltLength ? "valid" : "invalid";
}

function check(algorithm: object, key: Check["key"], signature: Uint8Array): Check {
  return { algorithm: algorithm as Check["algorithm"], key, signature };
}

function readKey(der: Uint8Array): SubjectPublicKeyInfo | null {
  try {
    return parseSubjectPublicKeyInfo(der);
  } catch (error) {
    if (error instanceof CertificateError) return null;
    throw error;
  }
}

/** Null for keys that are malformed or absurd. */
function rsaJwk(key: Uint8Array): JsonWebKey | null {
  try {
    const { modulus, exponent } = readRsaKey(key);
    if (modulus.negative || bitLength(modulus) > LARGEST_MODULUS_BITS) return null;
    if (exponent.negative || bitLength(exponent) > LARGEST_EXPONENT_BITS) return null;
    return { kty: "RSA", n: base64Url(modulus.magnitude), e: base64Url(exponent.magnitude) };
  } catch (error) {
    if (error instanceof CertificateError) return null;
    throw error;
  }
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** ECDSA-Sig-Value (RFC 3279 section 2.2.3) as two halves of a fixed width; null when it is not one or a half is too large. */
export function rawEcdsaSignature(signature: Uint8Array, width: number): Uint8Array<ArrayBuffer> | null {
  try {
    const outer = new DerReader(signature);
    const parts = outer.within(outer.expect(Tag.sequence, "the signature"));
    outer.finish("the signature");
    const raw = new Uint8Array(2 * width);
    for (const end of [width, 2 * width]) {
      const { magnitude, negative } = readInteger(parts, parts.expect(Tag.integer, "a half"), "a half");
      if (negative || magnitude.length > width) return null;
      raw.set(magnitude, end - magnitude.length);
    }
    parts.finish("the signature");
    return raw;
  } catch (error) {
    if (error instanceof CertificateError) return null;
    throw error;
  }
}

/** The bytes as WebCrypto's types want them: certificates never lie in shared memory. */
const buffer = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;
