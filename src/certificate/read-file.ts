import type { Certificate } from "./certificate.ts";
import { certificatesInProfile, isProfile } from "./configuration-profile.ts";
import { DerReader, Tag } from "./der.ts";
import { CertificateError, type CertificateErrorCode } from "./errors.ts";
import { parseCertificate } from "./parse.ts";
import { decodeBase64, hasPem, type PemBlock, pemBlocks } from "./pem.ts";
import { certificatesInPkcs7, contentOfPkcs7 } from "./pkcs7.ts";
import { certificateInTrusted } from "./trusted-certificate.ts";

/** The most certificates that are read from one file. */
const MOST_IN_FILE = 1000;

/** What could be read from a file, and what could not. */
export interface CertificateFile {
  /** In the order of the file. */
  readonly certificates: readonly Certificate[];
  readonly errors: readonly FileError[];
  /** Blocks that are none of our business, such as private keys: their label and line, never their contents. */
  readonly passedOver: readonly Pick<PemBlock, "label" | "line">[];
}

export interface FileError {
  readonly code: CertificateErrorCode;
  /** Where: "certificate 2, byte 117, line 40"; null when the whole file is meant. */
  readonly at: string | null;
  readonly text: string;
}

type PassedOver = Pick<PemBlock, "label" | "line">[];

/** A place where a certificate should be: its bytes, or what was wrong with the block around them. */
interface Candidate {
  readonly der: Uint8Array | CertificateError;
  readonly line: number | null;
}

/**
 * Reads the certificates of a file: PEM with any text between the blocks, one certificate in DER, a PKCS #7 container in either
 * form, or a configuration profile (.mobileconfig), signed or not. What cannot be read is told and the rest is read all the same. Never throws.
 */
export function readCertificateFile(bytes: Uint8Array): CertificateFile {
  const passedOver: PassedOver = [];
  try {
    const candidates = findCandidates(bytes, passedOver);
    if (candidates.length > MOST_IN_FILE) {
      throw new CertificateError("too-many", `more than ${MOST_IN_FILE} certificates in one file`);
    }
    return { ...readCandidates(candidates), passedOver };
  } catch (error) {
    return { certificates: [], errors: [fileError(error, null)], passedOver };
  }
}

function findCandidates(bytes: Uint8Array, passedOver: PassedOver): Candidate[] {
  if (bytes.length === 0) throw new CertificateError("empty", "the file is empty");
  if (isOneElement(bytes)) return [...fromDer(bytes, null, passedOver)];
  const text = asText(bytes);
  if (isProfile(text)) return fromProfile(text, passedOver);
  if (text.startsWith("bplist"))
    throw new CertificateError("bad-container", "a binary property list, which is not read");
  if (hasPem(text)) return fromPem(text, passedOver);
  if (bytes[0] === Tag.sequence) return [{ der: bytes, line: null }];
  throw new CertificateError("no-certificate", "neither PEM nor DER: there is no certificate in it");
}

function fromPem(text: string, passedOver: PassedOver): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { label, line, body } of pemBlocks(text)) {
    if (!/^(X509 |TRUSTED )?CERTIFICATE$|^(PKCS7|CMS)$/.test(label)) {
      if (passedOver.length < MOST_IN_FILE) passedOver.push({ label, line });
      continue;
    }
    try {
      if (body === null) throw new CertificateError("pem-without-end", `the block has no "END ${label}" line`);
      const der = decodeBase64(body);
      candidates.push(
        ...(label.startsWith("TRUSTED") ? [{ der: certificateInTrusted(der), line }] : fromDer(der, line, passedOver)),
      );
    } catch (error) {
      candidates.push({ der: asCertificateError(error), line });
    }
    if (candidates.length > MOST_IN_FILE) return candidates;
  }
  if (candidates.length === 0) throw new CertificateError("no-certificate", "no block of the file is a certificate");
  return candidates;
}

/**
 * A PKCS #7 container begins with an object identifier, a certificate with a sequence. Of a signed configuration profile the signed text
 * counts, not the certificates of whoever signed it.
 */
function* fromDer(der: Uint8Array, line: number | null, passedOver: PassedOver): Generator<Candidate> {
  if (!isContainer(der)) {
    yield { der, line };
    return;
  }
  const content = asText(contentOfPkcs7(der) ?? new Uint8Array());
  if (isProfile(content)) yield* fromProfile(content, passedOver);
  else for (const inside of certificatesInPkcs7(der)) yield { der: inside, line };
}

function fromProfile(text: string, passedOver: PassedOver): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { bytes, line } of certificatesInProfile(text)) {
    const pem = bytes instanceof Uint8Array ? asText(bytes) : "";
    if (hasPem(pem)) candidates.push(...fromPem(pem, passedOver).map(({ der }) => ({ der, line })));
    else candidates.push({ der: bytes, line });
    if (candidates.length > MOST_IN_FILE) return candidates;
  }
  return candidates;
}

function asText(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function isContainer(der: Uint8Array): boolean {
  const header = der[1] === undefined || der[1] < 0x80 ? 2 : 2 + (der[1] & 0x7f);
  return der[0] === Tag.sequence && der[header] === Tag.oid;
}

/** Whether the file is one DER or BER sequence from its first byte to its last, which no text is. */
function isOneElement(bytes: Uint8Array): boolean {
  if (bytes[0] !== Tag.sequence) return false;
  if (bytes[1] === 0x80) return isContainer(bytes);
  try {
    return new DerReader(bytes).next("the file").end === bytes.length;
  } catch {
    return false;
  }
}

function readCandidates(candidates: readonly Candidate[]): Pick<CertificateFile, "certificates" | "errors"> {
  const certificates: Certificate[] = [];
  const errors: FileError[] = [];
  candidates.forEach(({ der, line }, index) => {
    try {
      if (der instanceof CertificateError) throw der;
      certificates.push(parseCertificate(der));
    } catch (error) {
      errors.push(fileError(error, { number: index + 1, line }));
    }
  });
  return { certificates, errors };
}

function fileError(error: unknown, where: { number: number; line: number | null } | null): FileError {
  const { code, message, byte } = asCertificateError(error);
  const at = [
    where && `certificate ${where.number}`,
    byte !== null && `byte ${byte}`,
    where?.line && `line ${where.line}`,
  ].filter((part) => part);
  return { code, at: at.length > 0 ? at.join(", ") : null, text: message };
}

/** Lets any other error through: it would be a fault of ours. */
function asCertificateError(error: unknown): CertificateError {
  if (error instanceof CertificateError) return error;
  throw error;
}
