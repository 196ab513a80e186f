import { describe, expect, test } from "vitest";
import {
  chromeCertificateError,
  firefoxCertificateError,
} from "../../../extension/background/observers/certificate-error.ts";

describe("an error of Chrome's", () => {
  test.each([
    ["net::ERR_CERT_AUTHORITY_INVALID", "unknown-issuer"],
    ["net::ERR_CERT_COMMON_NAME_INVALID", "wrong-name"],
    ["net::ERR_CERT_DATE_INVALID", "wrong-date"],
    ["net::ERR_CERT_REVOKED", "revoked"],
    ["net::ERR_CERT_KNOWN_INTERCEPTION_BLOCKED", "known-interception"],
    ["net::ERR_CERT_WEAK_KEY", "other"],
    ["net::ERR_CERTIFICATE_TRANSPARENCY_REQUIRED", "other"],
    ["net::ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN", "other"],
  ])("%s is about the certificate: %s", (error, kind) => {
    expect(chromeCertificateError(error)).toEqual({ kind, code: error.slice("net::".length) });
  });

  test.each([
    "net::ERR_CONNECTION_RESET",
    "net::ERR_SSL_PROTOCOL_ERROR",
    "net::ERR_BAD_SSL_CLIENT_AUTH_CERT",
    "net::ERR_ABORTED",
    "net::ERR_BLOCKED_BY_CLIENT",
    "",
  ])("%s is not about the certificate", (error) => {
    expect(chromeCertificateError(error)).toBeNull();
  });
});

describe("an error of Firefox's", () => {
  // The numbers are what Firefox reports: 0x805a0000 and the number of NSS without its sign.
  test.each([
    [2153390069, "wrong-date", "SEC_ERROR_EXPIRED_CERTIFICATE"],
    [2153390068, "revoked", "SEC_ERROR_REVOKED_CERTIFICATE"],
    [2153390067, "unknown-issuer", "SEC_ERROR_UNKNOWN_ISSUER"],
    [2153390060, "unknown-issuer", "SEC_ERROR_UNTRUSTED_ISSUER"],
    [2153390059, "unknown-issuer", "SEC_ERROR_UNTRUSTED_CERT"],
    [2153390050, "wrong-date", "SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE"],
    [2153394164, "wrong-name", "SSL_ERROR_BAD_CERT_DOMAIN"],
    [2153398267, "wrong-date", "MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE"],
    [2153398266, "wrong-date", "MOZILLA_PKIX_ERROR_NOT_YET_VALID_ISSUER_CERTIFICATE"],
    [2153398258, "unknown-issuer", "MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT"],
    [2153398257, "mitm-detected", "MOZILLA_PKIX_ERROR_MITM_DETECTED"],
  ])("%d is %s: %s", (number, kind, code) => {
    expect(firefoxCertificateError(`Error code ${number}`)).toEqual({ kind, code });
  });

  test.each([
    [2153390070, "NSS -8182", "SEC_ERROR_BAD_SIGNATURE"],
    [2153389904, "NSS -8016", "SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED"],
    [2153398272, "NSS -16384", "MOZILLA_PKIX_ERROR_KEY_PINNING_FAILURE"],
  ])("%d is about the certificate without a kind of its own: %s, that is %s", (number, code) => {
    expect(firefoxCertificateError(`Error code ${number}`)).toEqual({ kind: "other", code });
  });

  test.each([
    ["Error code 2153394074", "SSL_ERROR_RX_RECORD_TOO_LONG"],
    ["Error code 2152398868", "NS_ERROR_NET_RESET"],
    ["Error code 2152398878", "NS_ERROR_UNKNOWN_HOST"],
    ["Error code 12153390067", "a longer number"],
    ["NS_ERROR_ABORT", "no number"],
    ["", "nothing"],
  ])("%s is not about the certificate: %s", (error) => {
    expect(firefoxCertificateError(error)).toBeNull();
  });

  test("is the same in every language", () => {
    expect(firefoxCertificateError("Код ошибки: 2153390067.")?.code).toBe("SEC_ERROR_UNKNOWN_ISSUER");
  });
});
