import type { DerReader, Element } from "./der.ts";
import { CertificateError } from "./errors.ts";
import { toHex } from "./hex.ts";

/** An INTEGER as magnitude and sign (X.690 section 8.3). */
export interface Integer {
  /** Big-endian, without leading zero bytes; one zero byte for zero. */
  readonly magnitude: Uint8Array;
  readonly negative: boolean;
}

/** @throws CertificateError bad-integer when it is empty or padded. */
export function readInteger(reader: DerReader, element: Element, what: string): Integer {
  const bytes = reader.contents(element);
  const first = bytes[0];
  if (first === undefined)
    throw new CertificateError("bad-integer", `${what} is an integer without bytes`, element.start);
  const second = bytes[1];
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))) {
    throw new CertificateError("bad-integer", `${what} is an integer that could be written shorter`, element.content);
  }
  if (first >= 0x80) return { magnitude: negate(bytes), negative: true };
  return { magnitude: first === 0 && bytes.length > 1 ? bytes.subarray(1) : bytes, negative: false };
}

/** Hex of the magnitude, "-" in front when negative. */
export function integerText({ magnitude, negative }: Integer): string {
  return (negative ? "-" : "") + toHex(magnitude);
}

/** Number of bits in the magnitude, without leading zero bits. */
export function bitLength({ magnitude }: Integer): number {
  return magnitude.length * 8 - Math.clz32(magnitude[0] ?? 0) + 24;
}

function negate(bytes: Uint8Array): Uint8Array {
  const magnitude = bytes.slice();
  let carry = 1;
  for (let i = magnitude.length - 1; i >= 0; i--) {
    const sum = (~(magnitude[i] ?? 0) & 0xff) + carry;
    magnitude[i] = sum & 0xff;
    carry = sum >> 8;
  }
  return magnitude.subarray(magnitude.findIndex((byte) => byte !== 0));
}
