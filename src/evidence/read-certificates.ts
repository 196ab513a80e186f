import type { Certificate } from "../certificate/certificate.ts";
import { CertificateError } from "../certificate/errors.ts";
import { fingerprints } from "../certificate/fingerprint.ts";
import { parseCertificate } from "../certificate/parse.ts";

/**
 * The certificates of a journal or bundle that can be read, by their SHA-256 in hex. What is kept under another hash than its own is left
 * out: nobody is to be told of a certificate that another one stands for.
 * @param ders DER by the hash under which it is kept.
 */
export async function readCertificates(
  ders: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, Certificate>> {
  const read = await Promise.all(
    [...ders].map(async ([hash, der]): Promise<readonly [string, Certificate][]> => {
      const certificate = parseOrNull(der);
      return certificate !== null && (await fingerprints(certificate)).sha256 === hash ? [[hash, certificate]] : [];
    }),
  );
  return new Map(read.flat());
}

function parseOrNull(der: Uint8Array): Certificate | null {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof CertificateError) return null;
    throw error;
  }
}
