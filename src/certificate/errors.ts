/** Everything that can be wrong with bytes that should be a certificate, or with a file that should hold some. */
export type CertificateErrorCode =
  | "empty"
  | "no-certificate"
  | "not-readable"
  | "too-large"
  | "too-many"
  | "pem-without-end"
  | "bad-base64"
  | "truncated"
  | "trailing-bytes"
  | "bad-length"
  | "bad-tag"
  | "missing-part"
  | "bad-version"
  | "bad-integer"
  | "bad-boolean"
  | "bad-bit-string"
  | "bad-oid"
  | "bad-time"
  | "bad-container";

/** The only error that leaves this folder: what was wrong, and at which byte. */
export class CertificateError extends Error {
  override readonly name = "CertificateError";
  readonly code: CertificateErrorCode;
  /** Offset in the certificate's DER; null when the fault is not at one byte. */
  readonly byte: number | null;

  constructor(code: CertificateErrorCode, text: string, byte: number | null = null) {
    super(text);
    this.code = code;
    this.byte = byte;
  }
}
