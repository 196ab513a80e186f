/**
 * The parts of an RFC 4514 string: a run of bytes written as hex pairs, another escaped character, an unescaped
 * separator, anything else. Each begins differently, so that a hostile name costs time in proportion to its length.
 */
const PART = /(?<pairs>(?:\\[0-9a-f]{2})+)|\\(?<escaped>.)|(?<separator>[,+])|[^\\,+]+|\\$/gisu;

/**
 * A name in a form in which only its content counts: the attributes of an RFC 4514 string without their order, their
 * grouping, letter case, ways of escaping, or spaces at the ends and doubled in between (as RFC 4518 sections 2.2, 2.3
 * and 2.6.1 prepare strings for comparison). For one and the same programme wrote its name in several orders.
 * Two names with equal forms need not be equal names: a sign of kinship, never proof. The result is for comparing, not
 * for showing.
 */
export function canonicalName(rfc4514: string): string {
  const attributes = [""];
  for (const part of rfc4514.matchAll(PART)) {
    if (part.groups?.separator !== undefined) attributes.push("");
    else attributes.push(`${attributes.pop() ?? ""}${plain(part)}`);
  }
  return JSON.stringify(attributes.map(canonicalAttribute).sort());
}

function plain(part: RegExpExecArray): string {
  const { pairs, escaped } = part.groups ?? {};
  if (pairs === undefined) return escaped ?? part[0];
  const bytes = pairs.split("\\").slice(1);
  return new TextDecoder().decode(Uint8Array.from(bytes, (pair) => Number.parseInt(pair, 16)));
}

/** `type = value`, where only the first "=" divides. */
function canonicalAttribute(attribute: string): string {
  const [type = "", ...value] = attribute.split("=");
  return [type, value.join("=")].map(prepared).join("=");
}

function prepared(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
