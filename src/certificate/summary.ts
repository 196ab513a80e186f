import type { Certificate, Irregularity } from "./certificate.ts";
import { type Fingerprints, fingerprints } from "./fingerprint.ts";
import { nameText } from "./name.ts";
import { SIGNATURE_ALGORITHM_NAMES } from "./oids.ts";
import { timeText } from "./time.ts";

/** What is shown, stored and exported of a certificate: plain data, the form the command-line tool prints. Hex is lower-case. */
export interface CertificateSummary {
  readonly sha256: string;
  readonly sha1: string;
  readonly spkiSha256: string;
  /** RFC 4514 strings. */
  readonly subject: string;
  readonly issuer: string;
  readonly serial: string;
  /** RFC 3339 in UTC, to the second. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
  readonly subjectAltNames: readonly string[];
  readonly keyType: string;
  /** The standard's name, or the object identifier where it has none here. */
  readonly signatureAlgorithm: string;
  readonly irregularities: readonly Irregularity[];
}

const made = new WeakMap<Certificate, Promise<CertificateSummary>>();

/** The facts of a certificate as plain data; put together at the first call and remembered. */
export function summarise(certificate: Certificate): Promise<CertificateSummary> {
  const summary = made.get(certificate) ?? putTogether(certificate);
  made.set(certificate, summary);
  return summary;
}

async function putTogether(certificate: Certificate): Promise<CertificateSummary> {
  return { ...(await fingerprints(certificate)), ...contents(certificate) };
}

/** The part of a summary that is read, not computed. */
export function contents(certificate: Certificate): Omit<CertificateSummary, keyof Fingerprints> {
  const { extensions, signature } = certificate;
  return {
    subject: nameText(certificate.subject),
    issuer: nameText(certificate.issuer),
    serial: certificate.serial,
    notBefore: timeText(certificate.notBefore),
    notAfter: timeText(certificate.notAfter),
    subjectKeyId: extensions.subjectKeyId,
    authorityKeyId: extensions.authorityKeyId,
    subjectAltNames: extensions.subjectAltNames,
    keyType: certificate.publicKey.type,
    signatureAlgorithm: SIGNATURE_ALGORITHM_NAMES.get(signature.algorithm) ?? signature.algorithm,
    irregularities: certificate.irregularities,
  };
}
