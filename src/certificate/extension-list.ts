import { context, DerReader, type Element, Tag } from "./der.ts";
import { readExtension } from "./extensions.ts";

/** One extension as it stands in a certificate (RFC 5280 section 4.2). */
export interface ListedExtension {
  /** Dotted object identifier. */
  readonly id: string;
  readonly critical: boolean;
  /** The contents of its OCTET STRING, not copied. */
  readonly value: Uint8Array;
}

/** [3] EXPLICIT, the last part of a TBSCertificate (RFC 5280 section 4.1). */
const EXTENSIONS = context(3, true);

/**
 * The extensions of a certificate in their order, also those that Rootwatch makes nothing of.
 * @param tbs of a certificate that was read.
 * @throws CertificateError when it is not of the form that `parseCertificate` demands.
 */
export function listExtensions(tbs: Uint8Array): readonly ListedExtension[] {
  const whole = new DerReader(tbs);
  const parts = whole.within(whole.expect(Tag.sequence, "the signed part"));
  let wrapper: Element | null = null;
  while (!parts.done) {
    const part = parts.next("a part");
    if (part.tag === EXTENSIONS) wrapper = part;
  }
  if (!wrapper) return [];
  const inside = parts.within(wrapper);
  const list = inside.within(inside.expect(Tag.sequence, "the extensions"));
  const found: ListedExtension[] = [];
  while (!list.done) {
    const { id, critical, value } = readExtension(list);
    found.push({ id, critical, value: list.contents(value) });
  }
  return found;
}
