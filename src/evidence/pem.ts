import { CertificateError } from "../certificate/errors.ts";
import { decodeBase64 } from "../certificate/pem.ts";
import { toBase64 } from "../watchlist/base64.ts";
import { EvidenceError } from "./evidence-error.ts";

type Label = "CERTIFICATE" | "PUBLIC KEY";

/** The one text that a DER value has here in PEM (RFC 7468): lines of 64 characters, each ended by a line feed. */
export function pemText(label: Label, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

/** The DER value in that one text. @param at where it stands. @throws EvidenceError for any other text. */
export function derOf(label: Label, text: string, at: string): Uint8Array {
  const wrong = new EvidenceError(at, "no-pem", label);
  try {
    const der = decodeBase64(text.split("\n").slice(1, -2).join(""));
    if (pemText(label, der) !== text) throw wrong;
    return der;
  } catch (error) {
    throw error instanceof CertificateError ? wrong : error;
  }
}
