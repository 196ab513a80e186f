import type { CertificateSummary } from "../../src/certificate/summary.ts";
import type { Assessment } from "../../src/detection/assessment.ts";
import type { Observation } from "../../src/detection/observation.ts";
import type { Place } from "./place.ts";
import type { HostRecord } from "./tab-state.ts";

/** A name longer than this was written to push something out of sight; the session's store is small. */
const LONGEST_NAME = 500;

/**
 * What a tab keeps of an observation and its assessment: enough for the popup, bounded whatever the certificates hold. Certificates of
 * an ordinary host are kept only for the page itself, where they can be looked at.
 */
export function hostRecord(
  host: string,
  observation: Observation,
  assessment: Assessment,
  part: Place["part"],
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
    assessment: ordinary
      ? { ...assessment, certificates: [], links: [], path: [], findings: [] }
      : {
          ...assessment,
          certificates: assessment.certificates.map(bounded),
          findings: assessment.findings.map((finding) => ({ ...finding, details: finding.details.map(cut) })),
        },
  };
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
