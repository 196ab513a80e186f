import { LARGEST_PUBLIC_KEY } from "../../src/certificate/read-public-keys.ts";
import type { CertificateSummary } from "../../src/certificate/summary.ts";
import type { Assessment } from "../../src/detection/assessment.ts";
import type { Observation } from "../../src/detection/observation.ts";
import { toBase64 } from "../../src/watchlist/base64.ts";
import type { HostRecord } from "./tab-state.ts";

/** A name longer than this was written to push something out of sight; the session's store is small. */
export const LONGEST_NAME = 500;

/**
 * What a tab keeps of an observation and its assessment: enough for the popup, bounded whatever the certificates hold. Certificates of
 * an ordinary host are kept only for the page itself, where they can be looked at.
 */
export function hostRecord(
  host: string,
  observation: Observation,
  assessment: Assessment,
  part: HostRecord["part"],
): HostRecord {
  const ordinary = part === "resource" && assessment.verdict === "nothing-found";
  return {
    host,
    part,
    connection: observation.connection,
    basis: observation.basis,
    outcome: observation.outcome,
    source: observation.source,
    unseen: observation.basis === "none" ? observation.reason : null,
    errorCode: observation.basis === "error" ? observation.error.code : null,
    at: observation.at,
    rootKey: ordinary ? null : rootKey(observation),
    assessment: ordinary
      ? { ...assessment, certificates: [], links: [], path: [], findings: [] }
      : {
          ...assessment,
          certificates: assessment.certificates.map(bounded),
          findings: assessment.findings.map((finding) => ({ ...finding, details: finding.details.map(cut) })),
        },
  };
}

/** Only a chain that the browser built has its root at its end; a single certificate is the site's own. */
function rootKey(observation: Observation): string | null {
  if (observation.basis !== "browser-built" || observation.certificates.length < 2) return null;
  const spki = observation.certificates.at(-1)?.spki;
  return spki && spki.length <= LARGEST_PUBLIC_KEY ? toBase64(spki) : null;
}

const cut = (text: string) => text.slice(0, LONGEST_NAME);

function bounded(certificate: CertificateSummary): CertificateSummary {
  const { subject, issuer, serial, subjectKeyId, authorityKeyId, keyType, signatureAlgorithm } = certificate;
  return {
    ...certificate,
    subject: cut(subject),
    issuer: cut(issuer),
    serial: cut(serial),
    subjectKeyId: subjectKeyId && cut(subjectKeyId),
    authorityKeyId: authorityKeyId && cut(authorityKeyId),
    keyType: cut(keyType),
    signatureAlgorithm: cut(signatureAlgorithm),
    subjectAltNames: [],
  };
}
