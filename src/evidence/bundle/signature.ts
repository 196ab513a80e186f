import { Tag } from "../../certificate/der.ts";
import { hexDigest } from "../../certificate/fingerprint.ts";
import { rawEcdsaSignature } from "../../certificate/signature.ts";

const KEY = { name: "ECDSA", namedCurve: "P-256" } as const;
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" } as const;
/** Bytes of each half of a P-256 signature. */
const HALF = 32;

/** What signs a bundle. */
export interface Signer {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** The signature over some bytes, ECDSA-Sig-Value in DER (RFC 3279 section 2.2.3). */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** A new key to sign with, whose private half cannot be taken out. */
export function generateSigningKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(KEY, false, ["sign", "verify"]);
}

/** What signs with this key. */
export async function signerOf({ publicKey, privateKey }: CryptoKeyPair): Promise<Signer> {
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey("spki", publicKey)),
    sign: async (bytes) =>
      derSignature(new Uint8Array(await crypto.subtle.sign(SIGNATURE, privateKey, bytes as Uint8Array<ArrayBuffer>))),
  };
}

/** What signs with a key that is made now and forgotten afterwards. */
export const oneTimeSigner = async (): Promise<Signer> => signerOf(await generateSigningKey());

/** What a signing key is known by: SHA-256 of its SubjectPublicKeyInfo, lower-case hex. */
export const keyFingerprint = (publicKey: Uint8Array): Promise<string> => hexDigest("SHA-256", publicKey);

/** Whether the holder of a key signed these bytes; false also for what is no such key or signature. */
export async function isSignedBy(publicKey: Uint8Array, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  const raw = rawEcdsaSignature(signature, HALF);
  if (!raw) return false;
  try {
    const key = await crypto.subtle.importKey("spki", publicKey as Uint8Array<ArrayBuffer>, KEY, false, ["verify"]);
    return await crypto.subtle.verify(SIGNATURE, key, raw, bytes as Uint8Array<ArrayBuffer>);
  } catch {
    // WebCrypto refuses what is no key of that kind with errors that differ by engine.
    return false;
  }
}

function derSignature(raw: Uint8Array): Uint8Array {
  const halves = [derInteger(raw.subarray(0, HALF)), derInteger(raw.subarray(HALF))].flat();
  return new Uint8Array([Tag.sequence, halves.length, ...halves]);
}

/** The shortest form (X.690 section 8.3), with a zero before a byte that would make it negative. @param half never 0 (FIPS 186-5 section 6.4.1). */
function derInteger(half: Uint8Array): number[] {
  const magnitude = [...half.subarray(half.findIndex((byte) => byte !== 0))];
  const bytes = (magnitude[0] ?? 0) > 0x7f ? [0, ...magnitude] : magnitude;
  return [Tag.integer, bytes.length, ...bytes];
}
