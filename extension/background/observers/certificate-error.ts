import type { BrowserError } from "../../../src/detection/observation.ts";

const CHROME_KINDS: Readonly<Record<string, BrowserError["kind"]>> = {
  ERR_CERT_AUTHORITY_INVALID: "unknown-issuer",
  ERR_CERT_COMMON_NAME_INVALID: "wrong-name",
  ERR_CERT_DATE_INVALID: "wrong-date",
  ERR_CERT_REVOKED: "revoked",
  ERR_CERT_KNOWN_INTERCEPTION_BLOCKED: "known-interception",
};

/** Refusals on account of the certificate that are not named ERR_CERT_…. */
const CHROME_OTHERS = ["ERR_CERTIFICATE_TRANSPARENCY_REQUIRED", "ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN"];

/**
 * What Chrome's `net::ERR_…` says of the certificate, in every language the same.
 * @returns null when the error is not about the certificate.
 */
export function chromeCertificateError(error: string): BrowserError | null {
  const code = error.replace(/^net::/, "");
  if (!code.startsWith("ERR_CERT_") && !CHROME_OTHERS.includes(code)) return null;
  return { kind: CHROME_KINDS[code] ?? "other", code };
}

/** NSS error numbers, from its headers secerr.h, sslerr.h and Mozilla's pkixnss.h: each module counts from its own base. */
const SEC_ERROR_BASE = -0x2000;
const SSL_ERROR_BASE = -0x3000;
const MOZILLA_PKIX_ERROR_BASE = -0x4000;
/** Errors of NSS appear as this nsresult less their number. */
const NSS_RESULT_BASE = 0x805a0000;

const FIREFOX_ERRORS: ReadonlyMap<number, BrowserError> = new Map([
  [SEC_ERROR_BASE + 11, { kind: "wrong-date", code: "SEC_ERROR_EXPIRED_CERTIFICATE" }],
  [SEC_ERROR_BASE + 12, { kind: "revoked", code: "SEC_ERROR_REVOKED_CERTIFICATE" }],
  [SEC_ERROR_BASE + 13, { kind: "unknown-issuer", code: "SEC_ERROR_UNKNOWN_ISSUER" }],
  [SEC_ERROR_BASE + 20, { kind: "unknown-issuer", code: "SEC_ERROR_UNTRUSTED_ISSUER" }],
  [SEC_ERROR_BASE + 21, { kind: "unknown-issuer", code: "SEC_ERROR_UNTRUSTED_CERT" }],
  [SEC_ERROR_BASE + 30, { kind: "wrong-date", code: "SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE" }],
  [SSL_ERROR_BASE + 12, { kind: "wrong-name", code: "SSL_ERROR_BAD_CERT_DOMAIN" }],
  [MOZILLA_PKIX_ERROR_BASE + 5, { kind: "wrong-date", code: "MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE" }],
  [MOZILLA_PKIX_ERROR_BASE + 6, { kind: "wrong-date", code: "MOZILLA_PKIX_ERROR_NOT_YET_VALID_ISSUER_CERTIFICATE" }],
  [MOZILLA_PKIX_ERROR_BASE + 14, { kind: "unknown-issuer", code: "MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT" }],
  [MOZILLA_PKIX_ERROR_BASE + 15, { kind: "mitm-detected", code: "MOZILLA_PKIX_ERROR_MITM_DETECTED" }],
]);

/**
 * What Firefox's "Error code 2153390067" says of the certificate; the number does not depend on the language.
 * @returns null when there is no number in it, or the number is not about the certificate.
 */
export function firefoxCertificateError(error: string): BrowserError | null {
  const number = /\b(2\d{9})\b/.exec(error)?.[1];
  if (number === undefined) return null;
  const nss = NSS_RESULT_BASE - Number(number);
  const known = FIREFOX_ERRORS.get(nss);
  if (known) return known;
  const aboutCertificates = isOf(SEC_ERROR_BASE, nss) || isOf(MOZILLA_PKIX_ERROR_BASE, nss);
  return aboutCertificates ? { kind: "other", code: `NSS ${nss}` } : null;
}

function isOf(base: number, nss: number): boolean {
  return nss >= base && nss < base + 0x1000;
}
