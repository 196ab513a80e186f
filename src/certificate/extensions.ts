import type { Extensions, Irregularity } from "./certificate.ts";
import { context, type DerReader, type Element, Tag } from "./der.ts";
import { CertificateError } from "./errors.ts";
import { readGeneralName } from "./general-name.ts";
import { toHex } from "./hex.ts";
import { integerText, readInteger } from "./integer.ts";
import { readOid } from "./oid.ts";
import { ExtensionId } from "./oids.ts";

/**
 * The extensions of a certificate (RFC 5280 section 4.2). One whose contents cannot be read counts as absent and is told as an
 * irregularity, so that a certificate with a spoilt extension is still seen; of two of a kind the first counts.
 * @param sequence the SEQUENCE of extensions; null when there is none.
 * @throws CertificateError when the list itself is malformed.
 */
export function readExtensions(
  reader: DerReader,
  sequence: Element | null,
): { extensions: Extensions; irregularities: Irregularity[] } {
  const extensions: Extensions = {
    subjectKeyId: null,
    authorityKeyId: null,
    subjectAltNames: [],
    basicConstraints: null,
    keyCertSign: null,
    hasSignedCertificateTimestamps: false,
  };
  const irregularities: Irregularity[] = [];
  const seen = new Set<string>();
  const list = sequence === null ? null : reader.within(sequence);
  while (list && !list.done) {
    const { id, value } = readExtension(list);
    if (seen.has(id)) {
      irregularities.push("duplicate-extension");
      continue;
    }
    seen.add(id);
    try {
      Object.assign(extensions, readContents(id, list.within(value)));
    } catch (error) {
      if (!(error instanceof CertificateError)) throw error;
      irregularities.push("unreadable-extension");
    }
  }
  return { extensions, irregularities };
}

/**
 * What the contents of an extension with this identifier say; nothing where Rootwatch does not read them.
 * @throws CertificateError when they cannot be read.
 */
export function readContents(id: string, reader: DerReader): Partial<Extensions> {
  return READERS[id]?.(reader) ?? {};
}

/** The next of a list of extensions. @throws CertificateError when it is none. */
export function readExtension(list: DerReader): { id: string; critical: boolean; value: Element } {
  const parts = list.within(list.expect(Tag.sequence, "an extension"));
  const id = readOid(parts, "an extension's identifier");
  const critical = parts.optional(Tag.boolean, "an extension's criticality");
  const isCritical = critical !== null && readBoolean(parts, critical);
  const value = parts.expect(Tag.octetString, "an extension's value");
  parts.finish("an extension");
  return { id, critical: isCritical, value };
}

const READERS: Readonly<Record<string, (reader: DerReader) => Partial<Extensions>>> = {
  [ExtensionId.subjectKeyIdentifier](reader) {
    const element = reader.expect(Tag.octetString, "the subject key identifier");
    reader.finish("the subject key identifier");
    return { subjectKeyId: toHex(reader.contents(element)) };
  },
  [ExtensionId.authorityKeyIdentifier](reader) {
    const parts = reader.within(reader.expect(Tag.sequence, "the authority key identifier"));
    reader.finish("the authority key identifier");
    const keyId = parts.optional(context(0, false), "the key identifier");
    parts.optional(context(1, true), "the authority's name");
    parts.optional(context(2, false), "the authority's serial number");
    parts.finish("the authority key identifier");
    return { authorityKeyId: keyId && toHex(parts.contents(keyId)) };
  },
  [ExtensionId.subjectAltName](reader) {
    const names = reader.within(reader.expect(Tag.sequence, "the alternative names"));
    reader.finish("the alternative names");
    const texts: string[] = [];
    while (!names.done) texts.push(readGeneralName(names));
    return { subjectAltNames: texts };
  },
  [ExtensionId.basicConstraints](reader) {
    const parts = reader.within(reader.expect(Tag.sequence, "the basic constraints"));
    reader.finish("the basic constraints");
    const ca = parts.optional(Tag.boolean, "whether it is a CA");
    const length = parts.optional(Tag.integer, "the path length");
    parts.finish("the basic constraints");
    return {
      basicConstraints: {
        ca: ca !== null && readBoolean(parts, ca),
        pathLength: length && Number.parseInt(integerText(readInteger(parts, length, "the path length")), 16),
      },
    };
  },
  [ExtensionId.keyUsage](reader) {
    const element = reader.expect(Tag.bitString, "the key usage");
    reader.finish("the key usage");
    const [, bits = 0] = reader.contents(element);
    return { keyCertSign: (bits & 0x04) !== 0 };
  },
  [ExtensionId.signedCertificateTimestamps]() {
    return { hasSignedCertificateTimestamps: true };
  },
};

/** @throws CertificateError bad-boolean unless it is one byte, all zeros or all ones (X.690 section 11.1). */
function readBoolean(reader: DerReader, element: Element): boolean {
  const bytes = reader.contents(element);
  if (bytes.length !== 1 || (bytes[0] !== 0 && bytes[0] !== 0xff)) {
    throw new CertificateError("bad-boolean", "a boolean is neither true nor false", element.start);
  }
  return bytes[0] === 0xff;
}
