import * as v from "valibot";
import type { Certificate } from "../certificate/certificate.ts";
import { fingerprints, hexDigest } from "../certificate/fingerprint.ts";
import { nameText } from "../certificate/name.ts";
import { parseSubjectPublicKeyInfo } from "../certificate/public-key.ts";
import { LARGEST_PUBLIC_KEY } from "../certificate/read-public-keys.ts";
import { toBase64 } from "./base64.ts";
import { HexBytes, Instant, Sha256, Text } from "./fields.ts";
import { LONGEST_NAME, LONGEST_WHY } from "./own-words.ts";

const LONGEST_SUBJECT = 4000;
const LONGEST_KEY_ID = 128;
const LONGEST_PUBLIC_KEY = Math.ceil(LARGEST_PUBLIC_KEY / 3) * 4;

/** A text of at most this length. Looked at first: what comes later is not run over a megabyte. */
const atMost = (length: number) => v.pipe(v.string(), v.maxLength(length, `at most ${length} characters are wanted`));

/** The certificate or bare key that an entry is about. */
const OwnSubject = v.strictObject({
  /** SHA-256 of the certificate; null for a bare key. */
  sha256: v.nullable(Sha256),
  /** SHA-256 of `publicKey`. */
  spkiSha256: Sha256,
  /** SubjectPublicKeyInfo, DER in base64. */
  publicKey: v.pipe(atMost(LONGEST_PUBLIC_KEY), v.base64("base64 is wanted")),
  /** RFC 4514; null for a bare key. */
  subject: v.nullable(v.pipe(atMost(LONGEST_SUBJECT), Text)),
  /** Of a bare key the one it would usually be given (RFC 5280 section 4.2.1.2 (1)); null where a certificate has none. */
  subjectKeyId: v.nullable(v.pipe(atMost(LONGEST_KEY_ID), HexBytes)),
});
export type OwnSubject = v.InferOutput<typeof OwnSubject>;

/** A certificate or key that the user chose to watch. That its hash is that of its key is checked by `checkedOwnEntries`. */
export const OwnEntry = v.strictObject({
  ...OwnSubject.entries,
  /** What the user calls it. */
  name: v.pipe(atMost(LONGEST_NAME), Text),
  /** Why the user watches it, in the user's words; may be empty. */
  why: atMost(LONGEST_WHY),
  /** When it was added, RFC 3339 in UTC. */
  added: Instant,
  /** True when it was taken from a chain that Rootwatch saw, false when the user gave it. */
  fromChain: v.boolean(),
});
export type OwnEntry = v.InferOutput<typeof OwnEntry>;

/** What an entry says of a certificate. A name or key identifier that is too long to be kept is left out: neither decides anything. */
export async function certificateSubject(certificate: Certificate): Promise<OwnSubject> {
  const { sha256, spkiSha256 } = await fingerprints(certificate);
  const subject = nameText(certificate.subject);
  const { subjectKeyId } = certificate.extensions;
  return withinBounds({ sha256, spkiSha256, publicKey: toBase64(certificate.spki), subject, subjectKeyId });
}

/** The facts, without a name or key identifier that an entry has no room for. */
export function withinBounds({ subject, subjectKeyId, ...facts }: OwnSubject): OwnSubject {
  return {
    ...facts,
    subject: subject !== null && v.is(OwnSubject.entries.subject, subject) ? subject : null,
    subjectKeyId: v.is(OwnSubject.entries.subjectKeyId, subjectKeyId) ? subjectKeyId : null,
  };
}

/** What an entry says of a bare key. @param spki SubjectPublicKeyInfo in DER. @throws CertificateError when it is none. */
export async function keySubject(spki: Uint8Array): Promise<OwnSubject> {
  const { key } = parseSubjectPublicKeyInfo(spki);
  return {
    sha256: null,
    spkiSha256: await hexDigest("SHA-256", spki),
    publicKey: toBase64(spki),
    subject: null,
    subjectKeyId: await hexDigest("SHA-1", key),
  };
}

/** What tells entries apart: the key and, where there is one, the certificate. */
export const OwnIdentity = v.strictObject({
  sha256: OwnSubject.entries.sha256,
  spkiSha256: OwnSubject.entries.spkiSha256,
});
export type OwnIdentity = v.InferOutput<typeof OwnIdentity>;

/** The same as one text. */
export const identityOf = ({ spkiSha256, sha256 }: OwnIdentity): string => `${spkiSha256} ${sha256 ?? "key"}`;
