import { toBase64 } from "../watchlist/base64.ts";

/** The one text that a DER value has here in PEM (RFC 7468): lines of 64 characters, each ended by a line feed. */
export function pemText(label: "CERTIFICATE" | "PUBLIC KEY", der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}
