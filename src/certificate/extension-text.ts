import { DerReader, Tag } from "./der.ts";
import { CertificateError } from "./errors.ts";
import type { ListedExtension } from "./extension-list.ts";
import { readContents } from "./extensions.ts";
import { readGeneralName } from "./general-name.ts";
import { toHex } from "./hex.ts";
import { readOid } from "./oid.ts";
import { ExtensionId } from "./oids.ts";

/** Names of extensions, as RFC 5280, 6962 and 7633 spell them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["2.5.29.9", "subjectDirectoryAttributes"],
  ["2.5.29.14", "subjectKeyIdentifier"],
  ["2.5.29.15", "keyUsage"],
  ["2.5.29.17", "subjectAltName"],
  ["2.5.29.18", "issuerAltName"],
  ["2.5.29.19", "basicConstraints"],
  ["2.5.29.30", "nameConstraints"],
  ["2.5.29.31", "cRLDistributionPoints"],
  ["2.5.29.32", "certificatePolicies"],
  ["2.5.29.33", "policyMappings"],
  ["2.5.29.35", "authorityKeyIdentifier"],
  ["2.5.29.36", "policyConstraints"],
  ["2.5.29.37", "extKeyUsage"],
  ["2.5.29.46", "freshestCRL"],
  ["2.5.29.54", "inhibitAnyPolicy"],
  ["1.3.6.1.5.5.7.1.1", "authorityInfoAccess"],
  ["1.3.6.1.5.5.7.1.11", "subjectInfoAccess"],
  ["1.3.6.1.5.5.7.1.24", "tlsfeature"],
  ["1.3.6.1.4.1.11129.2.4.2", "signedCertificateTimestampList"],
  ["1.3.6.1.4.1.11129.2.4.3", "precertificatePoison"],
]);

/** The bits of keyUsage in their order (RFC 5280 section 4.2.1.3). */
const KEY_USES = [
  "digitalSignature",
  "nonRepudiation",
  "keyEncipherment",
  "dataEncipherment",
  "keyAgreement",
  "keyCertSign",
  "cRLSign",
  "encipherOnly",
  "decipherOnly",
];

/** Purposes of extKeyUsage (RFC 5280 section 4.2.1.12). */
const PURPOSES: ReadonlyMap<string, string> = new Map([
  ["1.3.6.1.5.5.7.3.1", "serverAuth"],
  ["1.3.6.1.5.5.7.3.2", "clientAuth"],
  ["1.3.6.1.5.5.7.3.3", "codeSigning"],
  ["1.3.6.1.5.5.7.3.4", "emailProtection"],
  ["1.3.6.1.5.5.7.3.8", "timeStamping"],
  ["1.3.6.1.5.5.7.3.9", "OCSPSigning"],
  ["2.5.29.37.0", "anyExtendedKeyUsage"],
]);

const EXT_KEY_USAGE = "2.5.29.37";
const CERTIFICATE_POLICIES = "2.5.29.32";
const AUTHORITY_INFO_ACCESS = "1.3.6.1.5.5.7.1.1";

/** The standard's name of an extension, or its object identifier where it has none here. */
export const extensionName = ({ id }: ListedExtension): string => NAMES.get(id) ?? id;

/**
 * What an extension says, in the words of its standard; hex where Rootwatch does not take it apart, or it cannot be read. Text in it
 * comes from the certificate and is hostile.
 */
export function extensionText({ id, value }: ListedExtension): string {
  try {
    return textOf(id, value) ?? toHex(value);
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    return toHex(value);
  }
}

function textOf(id: string, value: Uint8Array): string | null | undefined {
  const read = readContents(id, new DerReader(value));
  switch (id) {
    case ExtensionId.subjectKeyIdentifier:
      return read.subjectKeyId;
    case ExtensionId.authorityKeyIdentifier:
      return read.authorityKeyId;
    case ExtensionId.subjectAltName:
      return read.subjectAltNames?.join(", ");
    case ExtensionId.basicConstraints: {
      if (!read.basicConstraints) return null;
      const { ca, pathLength } = read.basicConstraints;
      return `cA ${ca ? "TRUE" : "FALSE"}${pathLength === null ? "" : `, pathLenConstraint ${pathLength}`}`;
    }
    case ExtensionId.keyUsage:
      return keyUses(value);
    case EXT_KEY_USAGE:
      return everyIn(value, (parts) => {
        const purpose = readOid(parts, "a purpose");
        return PURPOSES.get(purpose) ?? purpose;
      });
    case CERTIFICATE_POLICIES:
      return everyIn(value, (parts) => readOid(parts.within(parts.expect(Tag.sequence, "a policy")), "a policy"));
    case AUTHORITY_INFO_ACCESS:
      return everyIn(value, (parts) => {
        const access = parts.within(parts.expect(Tag.sequence, "an access"));
        readOid(access, "an access method");
        return readGeneralName(access);
      });
    default:
      return null;
  }
}

function keyUses(value: Uint8Array): string {
  const reader = new DerReader(value);
  const [, ...bytes] = reader.contents(reader.expect(Tag.bitString, "the key usage"));
  return KEY_USES.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0).join(", ");
}

/** Every element of a SEQUENCE, as text. */
function everyIn(value: Uint8Array, read: (parts: DerReader) => string): string {
  const reader = new DerReader(value);
  const parts = reader.within(reader.expect(Tag.sequence, "the extension"));
  const texts: string[] = [];
  while (!parts.done) texts.push(read(parts));
  reader.finish("the extension");
  return texts.join(", ");
}
