import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import type { CertificateSummary } from "../../src/certificate/summary.ts";

/** The fields that both OpenSSL's tool and we read. */
export type CommonFields = Pick<
  CertificateSummary,
  "serial" | "notBefore" | "notAfter" | "subject" | "issuer" | "subjectKeyId" | "authorityKeyId"
> & {
  /** Null where OpenSSL cannot read the key. */
  readonly spkiSha256: string | null;
};

const FIELDS = [
  ...["-serial", "-startdate", "-enddate", "-dateopt", "iso_8601", "-subject", "-issuer"],
  ...["-nameopt", "RFC2253,-esc_msb,-esc_ctrl,utf8", "-ext", "subjectKeyIdentifier,authorityKeyIdentifier"],
];

/** What `openssl x509` says of a certificate in DER; null when it cannot read it. */
export function askOpenssl(der: Uint8Array): CommonFields | null {
  // It gives up on the rest when it cannot read the key.
  const stdout = run(der, [...FIELDS, "-pubkey"]) ?? run(der, FIELDS);
  if (stdout === null) return null;
  const find = (pattern: RegExp) => pattern.exec(stdout)?.[1] ?? null;
  const keyId = (pattern: RegExp) => find(pattern)?.replaceAll(":", "").toLowerCase() ?? null;
  const key = find(/-----BEGIN PUBLIC KEY-----([^-]*)-----END/);
  return {
    serial: find(/^serial=(.*)$/m)?.toLowerCase() ?? "",
    notBefore: find(/^notBefore=(.*)$/m)?.replace(" ", "T") ?? "",
    notAfter: find(/^notAfter=(.*)$/m)?.replace(" ", "T") ?? "",
    subject: find(/^subject=(.*)$/m) ?? "",
    issuer: find(/^issuer=(.*)$/m) ?? "",
    subjectKeyId: keyId(/Subject Key Identifier:.*\n\s+([0-9A-F:]+)/),
    authorityKeyId: keyId(/Authority Key Identifier:.*\n\s+(?:keyid:)?([0-9A-F:]+)\n/),
    spkiSha256: key === null ? null : createHash("sha256").update(Buffer.from(key, "base64")).digest("hex"),
  };
}

/** What it prints; null when it fails. */
function run(der: Uint8Array, words: readonly string[]): string | null {
  const all = ["x509", "-inform", "DER", "-noout", ...words];
  const { status, stdout } = spawnSync("openssl", all, { input: der, encoding: "utf8" });
  return status === 0 ? stdout : null;
}
