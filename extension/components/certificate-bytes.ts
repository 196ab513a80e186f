import { createContext } from "preact";

/** Finds a certificate by its SHA-256, DER; null where only a summary of it is known. */
type FindCertificate = (sha256: string) => Promise<Uint8Array | null>;

/** Where the certificates of a chain are had from: the journal, unless the page holds them itself. */
export const CertificateBytes = createContext<FindCertificate>(inJournal);

async function inJournal(sha256: string): Promise<Uint8Array | null> {
  const { openJournal } = await import("../journal-store/journal-reader.ts");
  const reader = await openJournal();
  return reader.certificate(sha256).finally(() => reader.close());
}
