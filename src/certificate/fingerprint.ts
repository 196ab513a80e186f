import type { Certificate } from "./certificate.ts";
import { toHex } from "./hex.ts";

/** Hashes of a certificate and of its key, lower-case hex. */
export interface Fingerprints {
  /** Of the whole DER. */
  readonly sha256: string;
  readonly sha1: string;
  /** Of the SubjectPublicKeyInfo, tag and length included. */
  readonly spkiSha256: string;
}

const computed = new WeakMap<Certificate, Promise<Fingerprints>>();

/** The certificate's fingerprints; computed at the first call and remembered. */
export function fingerprints(certificate: Certificate): Promise<Fingerprints> {
  const known = computed.get(certificate);
  if (known) return known;
  const promise = computeFingerprints(certificate);
  computed.set(certificate, promise);
  return promise;
}

async function computeFingerprints({ der, spki }: Certificate): Promise<Fingerprints> {
  const [sha256, sha1, spkiSha256] = await Promise.all([
    hexDigest("SHA-256", der),
    hexDigest("SHA-1", der),
    hexDigest("SHA-256", spki),
  ]);
  return { sha256, sha1, spkiSha256 };
}

/** Digest of some bytes, lower-case hex. */
export async function hexDigest(algorithm: "SHA-256" | "SHA-1", bytes: Uint8Array): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest(algorithm, bytes as Uint8Array<ArrayBuffer>)));
}
