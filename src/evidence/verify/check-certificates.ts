import type { Certificate } from "../../certificate/certificate.ts";
import { CertificateError } from "../../certificate/errors.ts";
import { fingerprints, hexDigest } from "../../certificate/fingerprint.ts";
import { parseCertificate } from "../../certificate/parse.ts";
import { certificatesNamed } from "../bundle/contents.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import type { Findings } from "./verification.ts";

/** Reads certificates, and tells those that are none or are not what they are called. @returns them by SHA-256, hex. */
export async function readCertificates(
  ders: readonly (readonly [sha256: string, der: Uint8Array, at: string])[],
  found: Findings,
): Promise<ReadonlyMap<string, Certificate>> {
  const certificates = new Map<string, Certificate>();
  await Promise.all(
    ders.map(async ([sha256, der, at]) => {
      const actual = await hexDigest("SHA-256", der);
      if (actual !== sha256) return found.problem("certificate-name", at, actual);
      try {
        certificates.set(sha256, parseCertificate(der));
      } catch (error) {
        if (!(error instanceof CertificateError)) throw error;
        found.problem("form", at, "bad-certificate", error.message);
      }
    }),
  );
  return certificates;
}

/** Checks that the certificates are exactly those that the disclosed fields name, and that a key called the leaf's own is. */
export async function checkCertificates(
  records: readonly (readonly [record: DisclosedRecord, at: string])[],
  present: ReadonlyMap<string, string>,
  certificates: ReadonlyMap<string, Certificate>,
  found: Findings,
): Promise<void> {
  const named = new Set<string>();
  for (const [disclosed, at] of records) {
    for (const sha256 of certificatesNamed(disclosed)) {
      if (!named.has(sha256) && !present.has(sha256)) found.problem("missing-certificate", at, sha256);
      named.add(sha256);
    }
    const { leaf, key } = disclosed.shown;
    const certificate = leaf && certificates.get(leaf);
    if (!certificate || !key) continue;
    const { spkiSha256 } = await fingerprints(certificate);
    if (key.isLeaf !== (spkiSha256 === key.spkiSha256)) {
      found.problem("contradiction", at, key.isLeaf ? "not-leaf-key" : "leaf-key");
    }
  }
  for (const [sha256, at] of present) if (!named.has(sha256)) found.problem("stray-certificate", at);
}
