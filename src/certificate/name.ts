import { type DerReader, Tag } from "./der.ts";
import { CertificateError } from "./errors.ts";
import { toHex } from "./hex.ts";
import { readOid } from "./oid.ts";
import { ATTRIBUTE_NAMES } from "./oids.ts";
import { type DecodedString, decodeString } from "./string.ts";

/** A distinguished name (RFC 5280 section 4.1.2.4), in the order of the certificate. */
export interface Name {
  /** The whole name, tag and length included: what RFC 5280 section 7.1 compares in the simplest case. */
  readonly der: Uint8Array;
  /** Relative distinguished names; a multi-valued one has several attributes. */
  readonly rdns: readonly (readonly Attribute[])[];
}

interface Attribute {
  /** Dotted object identifier. */
  readonly type: string;
  /** Null when the bytes cannot be read in their string type. */
  readonly value: string | null;
  readonly fault: DecodedString["fault"];
  /** The value, tag and length included. */
  readonly der: Uint8Array;
}

/** The next element as a Name. @throws CertificateError when a part is missing, has another tag or is followed by more. */
export function readName(reader: DerReader, what: string): Name {
  const sequence = reader.expect(Tag.sequence, what);
  const names = reader.within(sequence);
  const rdns: Attribute[][] = [];
  while (!names.done) {
    const set = names.expect(Tag.set, `${what}'s relative name`);
    const attributes = reader.within(set);
    if (attributes.done) throw new CertificateError("missing-part", `${what} has an empty relative name`, set.start);
    const rdn: Attribute[] = [];
    while (!attributes.done) rdn.push(readAttribute(attributes, what));
    rdns.push(rdn);
  }
  return { der: reader.whole(sequence), rdns };
}

function readAttribute(reader: DerReader, what: string): Attribute {
  const parts = reader.within(reader.expect(Tag.sequence, `${what}'s attribute`));
  const type = readOid(parts, `${what}'s attribute type`);
  const value = parts.next(`${what}'s attribute value`);
  parts.finish(`${what}'s attribute`);
  const { text, fault } = decodeString(value.tag, parts.contents(value));
  return { type, value: text, fault, der: parts.whole(value) };
}

/**
 * The name as RFC 4514 writes it: last relative name first, "," between them and "+" within one. Values that could not be read, and
 * those of types without a descriptor, are "#" and the hex of their encoding (section 2.4).
 */
export function nameText(name: Name): string {
  return name.rdns
    .toReversed()
    .map((rdn) => rdn.map(attributeText).join("+"))
    .join(",");
}

/** Value of the last attribute of a type, the most specific one; null when the name has none that can be read. */
function attributeValue(name: Name, type: string): string | null {
  return name.rdns.flat().findLast((attribute) => attribute.type === type)?.value ?? null;
}

/** What to call the holder of a name in a sentence: its common name, else its organisation's unit or organisation, else all of it. */
export function shortName(name: Name): string {
  for (const type of ["2.5.4.3", "2.5.4.11", "2.5.4.10"]) {
    const value = attributeValue(name, type);
    if (value) return value;
  }
  return nameText(name);
}

function attributeText({ type, value, der }: Attribute): string {
  const descriptor = ATTRIBUTE_NAMES.get(type);
  if (descriptor === undefined || value === null) return `${descriptor ?? type}=#${toHex(der)}`;
  return `${descriptor}=${escapeValue(value)}`;
}

const ESCAPED = /^[ #]| $|[\\"+,;<>]/g;

/** RFC 4514 section 2.4: characters that would end or begin something are escaped by a backslash, NUL as a hex pair. */
function escapeValue(value: string): string {
  return value.replace(ESCAPED, "\\$&").replaceAll("\0", "\\00");
}
