import { Tag } from "./der.ts";

/** Text of a string type, and what was wrong with it if anything. */
export interface DecodedString {
  /** Null when the type is unknown or the bytes cannot be read in it. */
  readonly text: string | null;
  readonly fault: "unknown-string-type" | "invalid-string" | null;
}

/**
 * Reads the contents of an ASN.1 string type (X.680 section 41). TeletexString is taken as Latin-1, which is what certificates put
 * in it. ASCII outside a type's own repertoire, such as "@" in a PrintableString, is read and told as a fault.
 */
export function decodeString(tag: number, bytes: Uint8Array): DecodedString {
  switch (tag) {
    case Tag.utf8String:
      return decoded(ascii(bytes) ?? utf8(bytes));
    case Tag.printableString:
      return withRepertoire(bytes, /^[A-Za-z0-9 '()+,\-./:=?]*$/);
    case Tag.numericString:
      return withRepertoire(bytes, /^[0-9 ]*$/);
    case Tag.visibleString:
      return withRepertoire(bytes, /^[ -~]*$/);
    case Tag.ia5String:
      return decoded(ascii(bytes));
    case Tag.teletexString:
      return decoded(ascii(bytes) ?? codeUnits(bytes, 1));
    case Tag.bmpString:
      return decoded(codeUnits(bytes, 2));
    case Tag.universalString:
      return decoded(codeUnits(bytes, 4));
    default:
      return { text: null, fault: "unknown-string-type" };
  }
}

/** The bytes as ASCII; null when one of them is not. */
export function ascii(bytes: Uint8Array): string | null {
  let text = "";
  for (const byte of bytes) {
    if (byte >= 0x80) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function utf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** Big-endian characters of one, two or four bytes; null for half a character, a surrogate or a number beyond Unicode. */
function codeUnits(bytes: Uint8Array, width: 1 | 2 | 4): string | null {
  if (bytes.length % width !== 0) return null;
  let text = "";
  for (let i = 0; i < bytes.length; i += width) {
    let code = 0;
    for (let j = 0; j < width; j++) code = code * 256 + (bytes[i + j] ?? 0);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    text += String.fromCodePoint(code);
  }
  return text;
}

function decoded(text: string | null): DecodedString {
  return { text, fault: text === null ? "invalid-string" : null };
}

function withRepertoire(bytes: Uint8Array, repertoire: RegExp): DecodedString {
  const text = ascii(bytes);
  return { text, fault: text !== null && repertoire.test(text) ? null : "invalid-string" };
}
