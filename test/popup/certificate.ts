import type { CertificateSummary } from "../../src/certificate/summary.ts";

/** A summary of which only what a test names matters. */
export function summary(fields: Partial<CertificateSummary>): CertificateSummary {
  return {
    sha256: "00".repeat(32),
    sha1: "00".repeat(20),
    spkiSha256: "00".repeat(32),
    subject: "CN=someone",
    issuer: "CN=someone else",
    serial: "01",
    notBefore: "2026-01-01T00:00:00Z",
    notAfter: "2027-01-01T00:00:00Z",
    subjectKeyId: null,
    authorityKeyId: null,
    subjectAltNames: [],
    keyType: "rsa-2048",
    signatureAlgorithm: "sha256WithRSAEncryption",
    irregularities: [],
    ...fields,
  };
}
