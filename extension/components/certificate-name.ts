import type { CertificateSummary } from "../../src/certificate/summary.ts";

const ATTRIBUTE = /([\w.]+)=((?:\\[\s\S]|[^\\,+])*)(?:[,+]|$)/y;
const NAMING_TYPES = ["CN", "OU", "O"];

/**
 * What to call a certificate: the common name of its holder, else the unit or organisation, else the whole subject; for an empty
 * subject the first alternative name, else the serial number.
 */
export function certificateName({
  subject,
  subjectAltNames,
  serial,
}: Pick<CertificateSummary, "subject" | "subjectAltNames" | "serial">): string {
  const attributes = readAttributes(subject);
  for (const type of NAMING_TYPES) {
    const value = attributes.find((attribute) => attribute.type === type)?.value;
    if (value && !value.startsWith("#")) return withoutEscapes(value);
  }
  return subject || subjectAltNames[0]?.replace(/^dns:/, "") || serial;
}

/** Reads an RFC 4514 string from its start, so that an escaped ",CN=" inside a value is not taken for a name. */
function readAttributes(subject: string): { type: string; value: string }[] {
  const attributes = [];
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(subject); match; match = ATTRIBUTE.exec(subject)) {
    attributes.push({ type: match[1] ?? "", value: match[2] ?? "" });
  }
  return attributes;
}

function withoutEscapes(value: string): string {
  return value.replace(/\\([0-9a-f]{2})|\\([\s\S])/gi, (_, hex?: string, character?: string) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (character ?? ""),
  );
}
