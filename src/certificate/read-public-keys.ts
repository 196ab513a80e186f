import { CertificateError } from "./errors.ts";
import { decodeBase64, pemBlocks } from "./pem.ts";
import { parseSubjectPublicKeyInfo } from "./public-key.ts";
import type { FileError } from "./read-file.ts";

/** The most keys that are read from one file. */
const MOST_IN_FILE = 1000;

/** The largest public key that is read, in bytes: RSA with 16,384 bits has about two thousand. */
export const LARGEST_PUBLIC_KEY = 6 * 1024;

/** The bare public keys of a file, each a SubjectPublicKeyInfo in DER that was read whole, and what could not be read. */
export interface PublicKeyFile {
  readonly keys: readonly Uint8Array[];
  readonly errors: readonly FileError[];
}

/** Reads the PUBLIC KEY blocks (RFC 7468 section 13) of a PEM file, or a file that is one such key in DER. Never throws. */
export function readPublicKeys(file: Uint8Array): PublicKeyFile {
  if (isPublicKey(file)) return { keys: [file], errors: [] };
  const keys: Uint8Array[] = [];
  const errors: FileError[] = [];
  for (const { label, line, body } of pemBlocks(new TextDecoder("latin1").decode(file))) {
    if (label !== "PUBLIC KEY") continue;
    if (keys.length + errors.length >= MOST_IN_FILE) {
      return { keys: [], errors: [{ code: "too-many", at: null, text: `more than ${MOST_IN_FILE} keys in one file` }] };
    }
    try {
      if (body === null) throw new CertificateError("pem-without-end", `the block has no "END ${label}" line`);
      keys.push(checked(decodeBase64(body)));
    } catch (error) {
      if (!(error instanceof CertificateError)) throw error;
      errors.push({ code: error.code, at: `line ${line}`, text: error.message });
    }
  }
  return { keys, errors };
}

/** @throws CertificateError when it is too large or no SubjectPublicKeyInfo. */
function checked(der: Uint8Array): Uint8Array {
  if (der.length > LARGEST_PUBLIC_KEY) {
    throw new CertificateError("too-large", `${der.length} bytes where a key may have ${LARGEST_PUBLIC_KEY}`);
  }
  parseSubjectPublicKeyInfo(der);
  return der;
}

function isPublicKey(der: Uint8Array): boolean {
  try {
    return checked(der) === der;
  } catch (error) {
    if (error instanceof CertificateError) return false;
    throw error;
  }
}
