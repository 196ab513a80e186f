import type { Visit } from "./lab-browser.ts";

const CERTIFICATE_ERRORS = [
  /^net::ERR_CERT(_|IFICATE_)/,
  /^net::ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN$/,
  /^(SEC_ERROR|MOZILLA_PKIX_ERROR)_/,
  /^SSL_ERROR_BAD_CERT_DOMAIN$/,
];

/** The visit that ended with the browser's own error code, or with an answer of the server when the code is null. */
export function visitOf(error: string | null): Visit {
  return { error, refused: error !== null && CERTIFICATE_ERRORS.some((pattern) => pattern.test(error)) };
}
