import { CertificateError } from "./errors.ts";

/** Identifier octets of the types a certificate is made of (X.690 section 8.1.2). */
export const Tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Context-specific tag, as in `[0] EXPLICIT` (constructed) or `[0] IMPLICIT` of a primitive type. */
export const context = (number: number, constructed: boolean): number => 0x80 | (constructed ? 0x20 : 0) | number;

/** One element: its identifier octet and where it lies in the reader's bytes. */
export interface Element {
  readonly tag: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/**
 * Reads DER elements one after another within bounds (X.690 section 10: definite, minimal lengths). It looks at headers only and
 * copies nothing; offsets are those of `bytes`, so that every error says where.
 */
export class DerReader {
  readonly bytes: Uint8Array;
  private position: number;
  private readonly end: number;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  get done(): boolean {
    return this.position >= this.end;
  }

  /** Identifier octet of the next element; null at the end. */
  get tag(): number | null {
    return this.position < this.end ? this.at(this.position) : null;
  }

  /**
   * The next element, whatever it is.
   * @throws CertificateError missing-part at the end; bad-tag for multi-byte tags; bad-length for an indefinite or non-minimal
   * length; truncated when the element reaches past its surroundings.
   */
  next(what: string): Element {
    const start = this.position;
    if (start >= this.end) throw new CertificateError("missing-part", `${what} is missing`, start);
    const tag = this.at(start);
    if ((tag & 0x1f) === 0x1f) throw new CertificateError("bad-tag", `${what} has a tag of more than one byte`, start);
    if (start + 1 >= this.end) throw new CertificateError("truncated", `${what} ends before its length`, start + 1);
    let length = this.at(start + 1);
    let content = start + 2;
    if (length >= 0x80) {
      const octets = length & 0x7f;
      if (octets === 0) throw new CertificateError("bad-length", `${what} has an indefinite length`, start + 1);
      if (octets > 4) throw new CertificateError("bad-length", `${what} has a length of ${octets} bytes`, start + 1);
      if (content + octets > this.end) {
        throw new CertificateError("truncated", `${what} ends within its length`, content);
      }
      length = 0;
      for (let i = 0; i < octets; i++) length = length * 256 + this.at(content + i);
      if (length < 0x80 || length < 256 ** (octets - 1)) {
        throw new CertificateError("bad-length", `${what} has a length that could be written shorter`, start + 1);
      }
      content += octets;
    }
    const end = content + length;
    if (end > this.end) {
      throw new CertificateError(
        "truncated",
        `${what} wants ${length} bytes where ${this.end - content} are left`,
        start,
      );
    }
    this.position = end;
    return { tag, start, content, end };
  }

  /** The next element, which must have this identifier octet. @throws CertificateError bad-tag, or as `next` does. */
  expect(tag: number, what: string): Element {
    const found = this.tag;
    if (found !== null && found !== tag) {
      throw new CertificateError(
        "bad-tag",
        `${what} should have tag ${hexByte(tag)}, has ${hexByte(found)}`,
        this.position,
      );
    }
    return this.next(what);
  }

  /** The next element when it has this identifier octet; otherwise null, and nothing is consumed. */
  optional(tag: number, what: string): Element | null {
    return this.tag === tag ? this.next(what) : null;
  }

  /** A reader over the contents of an element. */
  within(element: Element): DerReader {
    return new DerReader(this.bytes, element.content, element.end);
  }

  /** Contents of an element, not copied. */
  contents(element: Element): Uint8Array {
    return this.bytes.subarray(element.content, element.end);
  }

  /** The whole element, header included, not copied. */
  whole(element: Element): Uint8Array {
    return this.bytes.subarray(element.start, element.end);
  }

  /** @throws CertificateError trailing-bytes when anything is left. */
  finish(what: string): void {
    if (!this.done) {
      throw new CertificateError(
        "trailing-bytes",
        `${what} is followed by ${this.end - this.position} more bytes`,
        this.position,
      );
    }
  }

  private at(position: number): number {
    return this.bytes[position] ?? 0;
  }
}

const hexByte = (byte: number): string => `0x${byte.toString(16).padStart(2, "0")}`;
