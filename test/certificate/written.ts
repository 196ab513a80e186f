/** Certificates written byte by byte, so that each part can be as odd as a test wants it. */

type Bytes = Uint8Array | readonly number[] | string;

/** One element of DER. @param contents bytes, elements, or text of which every character is a byte. */
export function element(tag: number, ...contents: readonly Bytes[]): Uint8Array {
  const body = joined(contents);
  return joined([[tag, ...lengthOctets(body.length)], body]);
}

export const sequence = (...contents: readonly Bytes[]) => element(0x30, ...contents);
export const set = (...contents: readonly Bytes[]) => element(0x31, ...contents);
export const integer = (...bytes: number[]) => element(0x02, bytes);
export const octets = (...contents: readonly Bytes[]) => element(0x04, ...contents);
export const bits = (...contents: readonly Bytes[]) => element(0x03, [0], ...contents);
export const boolean = (...bytes: number[]) => element(0x01, bytes);
export const utcTime = (text: string) => element(0x17, text);
export const generalizedTime = (text: string) => element(0x18, text);
/** `[number] EXPLICIT`, or `IMPLICIT` of a constructed type. */
export const tagged = (number: number, ...contents: readonly Bytes[]) => element(0xa0 | number, ...contents);
/** `[number] IMPLICIT` of a primitive type. */
export const implicit = (number: number, ...contents: readonly Bytes[]) => element(0x80 | number, ...contents);

export function oid(dotted: string): Uint8Array {
  const [root = 0, second = 0, ...arcs] = dotted.split(".").map(Number);
  return element(0x06, [root * 40 + second, ...arcs].flatMap(base128));
}

/** An attribute of a name: object identifier of its type, tag of the string, text. */
export type Attribute = readonly [type: string, tag: number, text: Bytes];

/** A name of one attribute a relative name. */
export function name(...attributes: readonly Attribute[]): Uint8Array {
  return sequence(...attributes.map(([type, tag, text]) => set(sequence(oid(type), element(tag, text)))));
}

/** An extension that is not critical: its object identifier and the element that is its value. */
export type Extension = readonly [id: string, value: Uint8Array];

/** The certificate's extension list, in its wrapper. */
export function extensions(...list: readonly Extension[]): Uint8Array {
  return tagged(3, sequence(...list.map(([id, value]) => sequence(oid(id), octets(value)))));
}

/** The parts of a certificate, each a whole element; those that may be missing are empty then. */
export interface Parts {
  readonly version: Uint8Array;
  readonly serial: Uint8Array;
  readonly inner: Uint8Array;
  readonly issuer: Uint8Array;
  readonly validity: Uint8Array;
  readonly subject: Uint8Array;
  readonly spki: Uint8Array;
  /** What follows the key: unique identifiers, extensions. */
  readonly rest: Uint8Array;
  readonly outer: Uint8Array;
  readonly signature: Uint8Array;
}

export const NOTHING = new Uint8Array(0);
const ECDSA_WITH_SHA256 = sequence(oid("1.2.840.10045.4.3.2"));

const ORDINARY: Parts = {
  version: tagged(0, integer(2)),
  serial: integer(1),
  inner: ECDSA_WITH_SHA256,
  issuer: name(["2.5.4.3", 0x0c, "Issuer"]),
  validity: sequence(utcTime("260101000000Z"), utcTime("270101000000Z")),
  subject: name(["2.5.4.3", 0x0c, "Subject"]),
  spki: sequence(sequence(oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7")), bits([4], new Uint8Array(64))),
  rest: NOTHING,
  outer: ECDSA_WITH_SHA256,
  signature: bits(sequence(integer(1), integer(1))),
};

/** A certificate in DER with nothing remarkable about it except these parts. Its signature holds under no key. */
export function written(parts: Partial<Parts> = {}): Uint8Array {
  const { outer, signature } = { ...ORDINARY, ...parts };
  return sequence(signedPart(parts), outer, signature);
}

/** A certificate in DER that `sign` signs. @param algorithm AlgorithmIdentifier, inside and outside. */
export async function writtenAndSigned(
  algorithm: Uint8Array,
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>,
): Promise<Uint8Array> {
  const tbs = signedPart({ inner: algorithm });
  return sequence(tbs, algorithm, bits(new Uint8Array(await sign(Uint8Array.from(tbs)))));
}

function signedPart(parts: Partial<Parts>): Uint8Array {
  const { version, serial, inner, issuer, validity, subject, spki, rest } = { ...ORDINARY, ...parts };
  return sequence(version, serial, inner, issuer, validity, subject, spki, rest);
}

export function joined(parts: readonly Bytes[]): Uint8Array {
  const arrays = parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Uint8Array.from(part)));
  return new Uint8Array(Buffer.concat(arrays));
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

function base128(arc: number): number[] {
  const bytes = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift(128 + (rest % 128));
  return bytes;
}
