import { isSelfIssued } from "../certificate/chain.ts";
import { shortName } from "../certificate/name.ts";
import { type FileError, readCertificateFile } from "../certificate/read-file.ts";
import { readPublicKeys } from "../certificate/read-public-keys.ts";
import { certificateSubject, keySubject, type OwnSubject } from "./own-entry.ts";
import { LONGEST_NAME } from "./own-words.ts";

/** Something in a file or pasted text that can be watched. */
export interface Watchable {
  readonly subject: OwnSubject;
  /** What its holder calls itself, as a name to begin with; empty for a bare key. Anyone can write any name into a certificate. */
  readonly suggestedName: string;
}

/** What can be watched in some bytes, roots first, and what could not be read. */
export interface OwnInput {
  readonly watchables: readonly Watchable[];
  readonly errors: readonly FileError[];
}

/**
 * Reads what a user wants to watch: certificates in PEM, DER, a .p7b container or OpenSSL's TRUSTED CERTIFICATE, and bare public keys in PEM
 * or DER. Never rejects on account of the bytes.
 */
export async function readOwnInput(bytes: Uint8Array): Promise<OwnInput> {
  const { keys, errors: keyErrors } = readPublicKeys(bytes);
  const { certificates, errors } = readCertificateFile(bytes);
  const hasKeys = keys.length + keyErrors.length > 0;
  const rootsFirst = certificates.toSorted((a, b) => Number(isSelfIssued(b)) - Number(isSelfIssued(a)));
  const watchables = await Promise.all([
    ...rootsFirst.map(async (certificate) => ({
      subject: await certificateSubject(certificate),
      suggestedName: shortName(certificate.subject).slice(0, LONGEST_NAME).trim(),
    })),
    ...keys.map(async (key) => ({ subject: await keySubject(key), suggestedName: "" })),
  ]);
  // A file with a key and no certificate lacks nothing.
  const whole = hasKeys && certificates.length === 0 ? [] : errors;
  return { watchables, errors: [...whole, ...keyErrors] };
}
