import { context, DerReader, Tag } from "./der.ts";
import { CertificateError } from "./errors.ts";
import { readInteger } from "./integer.ts";
import { readOid } from "./oid.ts";

/** How a signature is to be checked, in WebCrypto's words. */
export type SignatureScheme =
  | { readonly kind: "rsa"; readonly hash: Hash }
  | { readonly kind: "rsa-pss"; readonly hash: Hash; readonly saltLength: number }
  | { readonly kind: "ecdsa"; readonly hash: Hash }
  | { readonly kind: "ed25519" };

type Hash = "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";

const SCHEMES: ReadonlyMap<string, SignatureScheme> = new Map([
  ["1.2.840.113549.1.1.5", { kind: "rsa", hash: "SHA-1" }],
  ["1.2.840.113549.1.1.11", { kind: "rsa", hash: "SHA-256" }],
  ["1.2.840.113549.1.1.12", { kind: "rsa", hash: "SHA-384" }],
  ["1.2.840.113549.1.1.13", { kind: "rsa", hash: "SHA-512" }],
  ["1.2.840.10045.4.1", { kind: "ecdsa", hash: "SHA-1" }],
  ["1.2.840.10045.4.3.2", { kind: "ecdsa", hash: "SHA-256" }],
  ["1.2.840.10045.4.3.3", { kind: "ecdsa", hash: "SHA-384" }],
  ["1.2.840.10045.4.3.4", { kind: "ecdsa", hash: "SHA-512" }],
  ["1.3.101.112", { kind: "ed25519" }],
]);

const HASHES: ReadonlyMap<string, Hash> = new Map([
  ["1.3.14.3.2.26", "SHA-1"],
  ["2.16.840.1.101.3.4.2.1", "SHA-256"],
  ["2.16.840.1.101.3.4.2.2", "SHA-384"],
  ["2.16.840.1.101.3.4.2.3", "SHA-512"],
]);

const RSASSA_PSS = "1.2.840.113549.1.1.10";
const MGF1 = "1.2.840.113549.1.1.8";

/**
 * The scheme an AlgorithmIdentifier stands for; null when WebCrypto has none for it, as for MD5, DSA, Ed448, or RSASSA-PSS whose
 * mask uses another hash than the message.
 */
export function signatureScheme(algorithm: string, parameters: Uint8Array | null): SignatureScheme | null {
  if (algorithm !== RSASSA_PSS) return SCHEMES.get(algorithm) ?? null;
  try {
    return parameters && readPssParameters(parameters);
  } catch (error) {
    if (error instanceof CertificateError) return null;
    throw error;
  }
}

/** RSASSA-PSS-params, RFC 4055 section 3.1; what is left out has the default given there. */
function readPssParameters(parameters: Uint8Array): SignatureScheme | null {
  const what = "the PSS parameters";
  const outer = new DerReader(parameters);
  const parts = outer.within(outer.expect(Tag.sequence, what));
  const hashPart = parts.optional(context(0, true), what);
  const maskPart = parts.optional(context(1, true), what);
  const saltPart = parts.optional(context(2, true), what);
  const trailerPart = parts.optional(context(3, true), what);
  parts.finish(what);

  const hash = hashPart ? readHash(parts.within(hashPart), what) : "SHA-1";
  const maskHash = maskPart ? readMaskHash(parts.within(maskPart), what) : "SHA-1";
  const saltLength = saltPart ? readSmallInteger(parts.within(saltPart), what) : 20;
  const trailer = trailerPart ? readSmallInteger(parts.within(trailerPart), what) : 1;
  if (hash === null || maskHash !== hash || saltLength === null || trailer !== 1) return null;
  return { kind: "rsa-pss", hash, saltLength };
}

function readHash(reader: DerReader, what: string): Hash | null {
  const identifier = reader.within(reader.expect(Tag.sequence, what));
  return HASHES.get(readOid(identifier, what)) ?? null;
}

function readMaskHash(reader: DerReader, what: string): Hash | null {
  const identifier = reader.within(reader.expect(Tag.sequence, what));
  return readOid(identifier, what) === MGF1 ? readHash(identifier, what) : null;
}

function readSmallInteger(reader: DerReader, what: string): number | null {
  const { magnitude, negative } = readInteger(reader, reader.expect(Tag.integer, what), what);
  return negative || magnitude.length > 2 ? null : magnitude.reduce((value, byte) => value * 256 + byte, 0);
}
