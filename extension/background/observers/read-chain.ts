import type { Certificate } from "../../../src/certificate/certificate.ts";
import { CertificateError } from "../../../src/certificate/errors.ts";
import { parseCertificate } from "../../../src/certificate/parse.ts";

/** No connection needs more; a longer chain is refused before any of it is read. */
const MOST_FROM_ONE_CONNECTION = 20;

/** The certificates of a chain; null when it is empty, too long, or one of them cannot be read. */
export function readChain(ders: readonly Uint8Array[]): Certificate[] | null {
  if (ders.length === 0 || ders.length > MOST_FROM_ONE_CONNECTION) return null;
  try {
    return ders.map(parseCertificate);
  } catch (error) {
    if (error instanceof CertificateError) return null;
    throw error;
  }
}
