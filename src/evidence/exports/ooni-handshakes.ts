import { toBase64 } from "../../watchlist/base64.ts";
import type { DisclosedRecord } from "../disclosed.ts";

/** The failures of OONI's df-007 that the browsers' names for a refused certificate, and what Rootwatch noted instead, come to. */
const FAILURES: readonly (readonly [RegExp, string])[] = [
  [/AUTHORITY_INVALID|UNKNOWN_ISSUER|UNTRUSTED_|SELF_SIGNED|KNOWN_INTERCEPTION|MITM_DETECTED/, "ssl_unknown_authority"],
  [/COMMON_NAME_INVALID|BAD_CERT_DOMAIN/, "ssl_invalid_hostname"],
  [/DATE_INVALID|EXPIRED|NOT_YET_VALID|REVOKED/, "ssl_invalid_certificate"],
  [/^reset$/, "connection_reset"],
  [/^timed-out$/, "generic_timeout_error"],
];

/**
 * `tls_handshakes` of df-006 for a record: none where none was seen. Trusted interception is no failure: our verdict has a key of its own.
 * @param certificates DER by SHA-256.
 */
export function tlsHandshakes(disclosed: DisclosedRecord, certificates: ReadonlyMap<string, Uint8Array>): object[] {
  const { record, shown } = disclosed;
  if (record.kind !== "connection") return [];
  const failure = failureOf(record);
  if (record.basis === "none" && failure === null) return [];
  return [
    {
      // Rootwatch does not keep the three; OONI writes "" where they are not known.
      ...{ cipher_suite: "", tls_version: "", negotiated_protocol: "" },
      address: shown.address ?? "",
      failure,
      no_tls_verify: record.exceptionAccepted,
      peer_certificates: peerCertificates(disclosed, certificates),
      ...(shown.host ? { server_name: shown.host } : {}),
      ...{ t0: 0, t: 0 },
      tags: [record.connection === "probe" ? "probe" : "passive"],
    },
  ];
}

function failureOf({ basis, error }: Extract<DisclosedRecord["record"], { kind: "connection" }>): string | null {
  if (error === null) return null;
  const known = FAILURES.find(([names]) => names.test(error))?.[1] ?? null;
  return known ?? (basis === "error" ? `unknown_failure: ${error}` : null);
}

/** Null unless the leaf is there: readers take the first certificate of the list for it. */
function peerCertificates(
  { shown: { leaf, issuers = [] } }: DisclosedRecord,
  certificates: ReadonlyMap<string, Uint8Array>,
): object[] | null {
  if (!leaf || !certificates.has(leaf)) return null;
  return [leaf, ...issuers].flatMap((hash) => {
    const der = certificates.get(hash);
    return der ? [{ format: "base64", data: toBase64(der) }] : [];
  });
}
