import { context, type DerReader } from "./der.ts";
import { CertificateError } from "./errors.ts";
import { toHex } from "./hex.ts";
import { nameText, readName } from "./name.ts";
import { decodeOid } from "./oid.ts";
import { ascii } from "./string.ts";

/**
 * The next GeneralName as text with its kind in front (RFC 5280 section 4.2.1.6): "dns:example.org", "ip:192.0.2.1". What has no
 * agreed text is given as "#" and hex.
 * @throws CertificateError bad-tag for a choice that does not exist, and what the parts throw.
 */
export function readGeneralName(reader: DerReader): string {
  const element = reader.next("an alternative name");
  const bytes = reader.contents(element);
  const text = () => ascii(bytes) ?? `#${toHex(bytes)}`;
  switch (element.tag) {
    case context(0, true):
      return `other:#${toHex(bytes)}`;
    case context(1, false):
      return `email:${text()}`;
    case context(2, false):
      return `dns:${text()}`;
    case context(3, true):
      return `x400:#${toHex(bytes)}`;
    case context(4, true):
      return `dirname:${nameText(readName(reader.within(element), "an alternative name"))}`;
    case context(5, true):
      return `edi:#${toHex(bytes)}`;
    case context(6, false):
      return `uri:${text()}`;
    case context(7, false):
      return `ip:${addressText(bytes)}`;
    case context(8, false):
      return `rid:${decodeOid(bytes, element.start, "an alternative name")}`;
    default:
      throw new CertificateError("bad-tag", "an alternative name is of no kind that exists", element.start);
  }
}

/** Dotted decimal for four bytes, RFC 5952 for sixteen; "#" and hex for any other length, which no host can have. */
function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join(".");
  if (bytes.length !== 16) return `#${toHex(bytes)}`;
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0));
  return shortenZeros(groups.map((group) => group.toString(16)));
}

/** RFC 5952 section 4.2: the longest run of two or more zero groups, the first of equals, becomes "::". */
function shortenZeros(groups: string[]): string {
  let best = { start: 0, length: 1 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === "0") length++;
    if (length > best.length) best = { start, length };
  }
  if (best.length < 2) return groups.join(":");
  return `${groups.slice(0, best.start).join(":")}::${groups.slice(best.start + best.length).join(":")}`;
}
