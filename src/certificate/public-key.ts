import type { PublicKeyFacts } from "./certificate.ts";
import { DerReader, Tag } from "./der.ts";
import { CertificateError } from "./errors.ts";
import { toHex } from "./hex.ts";
import { bitLength, type Integer, readInteger } from "./integer.ts";
import { decodeOid, readOid } from "./oid.ts";
import { CURVE_NAMES, KeyAlgorithm } from "./oids.ts";

/** A SubjectPublicKeyInfo taken apart (RFC 5280 section 4.1.2.7). */
export interface SubjectPublicKeyInfo {
  /** Dotted object identifier. */
  readonly algorithm: string;
  /** Parameters of the algorithm, tag and length included; null when absent. */
  readonly parameters: Uint8Array | null;
  /** Object identifier of the curve when the parameters name one (RFC 5480 section 2.1.1); null otherwise. */
  readonly curve: string | null;
  /** The key bits, without the octet that counts unused bits. */
  readonly key: Uint8Array;
}

/**
 * @param parts a reader over the contents of the SubjectPublicKeyInfo.
 * @throws CertificateError when a part is missing, malformed or followed by more.
 */
export function readSubjectPublicKeyInfo(parts: DerReader): SubjectPublicKeyInfo {
  const what = "the public key";
  const identifier = parts.within(parts.expect(Tag.sequence, `${what}'s algorithm`));
  const algorithm = readOid(identifier, `${what}'s algorithm`);
  const parameters = identifier.done ? null : identifier.next(`${what}'s parameters`);
  identifier.finish(`${what}'s algorithm`);
  const namesCurve = algorithm === KeyAlgorithm.ec && parameters?.tag === Tag.oid;
  const curve = namesCurve ? decodeOid(identifier.contents(parameters), parameters.start, `${what}'s curve`) : null;
  const key = readBitString(parts, `${what}'s bits`);
  if (!key.whole) throw new CertificateError("bad-bit-string", `${what}'s bits are not whole bytes`, key.at);
  parts.finish(what);
  return { algorithm, parameters: parameters && identifier.whole(parameters), curve, key: key.bytes };
}

/** Reads a whole SubjectPublicKeyInfo from DER. @throws CertificateError as `readSubjectPublicKeyInfo` does, and for trailing bytes. */
export function parseSubjectPublicKeyInfo(der: Uint8Array): SubjectPublicKeyInfo {
  const reader = new DerReader(der);
  const parts = reader.within(reader.expect(Tag.sequence, "the public key"));
  reader.finish("the public key");
  return readSubjectPublicKeyInfo(parts);
}

/**
 * The next BIT STRING: its bytes, without the octet that counts unused bits, and whether all their bits count.
 * @throws CertificateError bad-bit-string when the counting octet is missing or impossible (X.690 section 8.6.2).
 */
export function readBitString(reader: DerReader, what: string): { bytes: Uint8Array; whole: boolean; at: number } {
  const element = reader.expect(Tag.bitString, what);
  const bytes = reader.contents(element);
  const unused = bytes[0];
  if (unused === undefined || unused > 7 || (unused > 0 && bytes.length === 1)) {
    throw new CertificateError("bad-bit-string", `${what} do not say how many bits they are`, element.content);
  }
  return { bytes: bytes.subarray(1), whole: unused === 0, at: element.start };
}

/** Modulus and exponent of an RSA key (RFC 8017 appendix A.1.1). @throws CertificateError when it is not written so. */
export function readRsaKey(key: Uint8Array): { modulus: Integer; exponent: Integer } {
  const outer = new DerReader(key);
  const parts = outer.within(outer.expect(Tag.sequence, "the RSA key"));
  outer.finish("the RSA key");
  const modulus = readInteger(parts, parts.expect(Tag.integer, "the modulus"), "the modulus");
  const exponent = readInteger(parts, parts.expect(Tag.integer, "the exponent"), "the exponent");
  parts.finish("the RSA key");
  return { modulus, exponent };
}

/** Type and size in words; "rsa-unreadable" when the bits are no RSA key. */
export function publicKeyFacts({ algorithm, curve, key }: SubjectPublicKeyInfo): PublicKeyFacts {
  switch (algorithm) {
    case KeyAlgorithm.rsa:
      return rsaFacts(algorithm, "rsa", key);
    case KeyAlgorithm.rsaPss:
      return rsaFacts(algorithm, "rsa-pss", key);
    case KeyAlgorithm.ec:
      return {
        algorithm,
        type: `ec-${curve === null ? "explicit" : (CURVE_NAMES.get(curve) ?? curve)}`,
        rsaExponent: null,
      };
    case KeyAlgorithm.dsa:
      return { algorithm, type: "dsa", rsaExponent: null };
    case KeyAlgorithm.ed25519:
      return { algorithm, type: "ed25519", rsaExponent: null };
    case KeyAlgorithm.ed448:
      return { algorithm, type: "ed448", rsaExponent: null };
    default:
      return { algorithm, type: `unknown-${algorithm}`, rsaExponent: null };
  }
}

function rsaFacts(algorithm: string, family: string, key: Uint8Array): PublicKeyFacts {
  try {
    const { modulus, exponent } = readRsaKey(key);
    return { algorithm, type: `${family}-${bitLength(modulus)}`, rsaExponent: decimal(exponent) };
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    return { algorithm, type: `${family}-unreadable`, rsaExponent: null };
  }
}

/** Exponents beyond 64 bits are not used and dear to write in decimal; they are given as hex. */
function decimal({ magnitude }: Integer): string {
  const hex = toHex(magnitude.subarray(0, 8));
  return magnitude.length > 8 ? `0x${hex}…` : BigInt(`0x${hex}`).toString();
}
