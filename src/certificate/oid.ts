import { type DerReader, Tag } from "./der.ts";
import { CertificateError } from "./errors.ts";
import { sameBytes, toHex } from "./hex.ts";

/** Longer identifiers are kept as "#" and hex: nobody uses them, and their decimal form is dear to compute. */
const LONGEST_DECODED = 64;

/** Identifiers met before, by a hash of their bytes. */
const known = new Map<number, { readonly bytes: Uint8Array; readonly text: string }>();
/** The set of identifiers in real certificates is small; a hostile peer must not grow the store without end. */
const MOST_KNOWN = 512;

/** The next element as an OBJECT IDENTIFIER. @throws CertificateError bad-tag, or what `decodeOid` throws. */
export function readOid(reader: DerReader, what: string): string {
  const element = reader.expect(Tag.oid, what);
  return decodeOid(reader.contents(element), element.start, what);
}

/**
 * Contents of an OBJECT IDENTIFIER as a dotted string (X.690 section 8.19).
 * @param at offset for the error.
 * @throws CertificateError bad-oid when it is empty, ends within an arc or has a padded arc.
 */
export function decodeOid(bytes: Uint8Array, at: number, what: string): string {
  if (bytes.length > LONGEST_DECODED) return `#${toHex(bytes)}`;
  let hash = bytes.length;
  for (const byte of bytes) hash = (hash * 31 + byte) | 0;
  const met = known.get(hash);
  if (met && sameBytes(met.bytes, bytes)) return met.text;
  const text = decode(bytes, at, what);
  if (!met && known.size < MOST_KNOWN) known.set(hash, { bytes: bytes.slice(), text });
  return text;
}

function decode(bytes: Uint8Array, at: number, what: string): string {
  const fail = (why: string) => new CertificateError("bad-oid", `${what} has an object identifier ${why}`, at);
  if (bytes.length === 0) throw fail("without bytes");
  const arcs: bigint[] = [];
  let arc = 0n;
  let inside = false;
  for (const byte of bytes) {
    if (!inside && byte === 0x80) throw fail("with a padded arc");
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    inside = byte >= 0x80;
    if (inside) continue;
    if (arcs.length === 0) {
      const root = arc < 80n ? arc / 40n : 2n;
      arcs.push(root, arc - root * 40n);
    } else arcs.push(arc);
    arc = 0n;
  }
  if (inside) throw fail("that ends within an arc");
  return arcs.join(".");
}
