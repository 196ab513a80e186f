import type { Certificate, Irregularity, SignatureFacts } from "./certificate.ts";
import { context, DerReader, type Element, Tag } from "./der.ts";
import { CertificateError } from "./errors.ts";
import { readExtensions } from "./extensions.ts";
import { sameBytes } from "./hex.ts";
import { integerText, readInteger } from "./integer.ts";
import { type Name, readName } from "./name.ts";
import { readOid } from "./oid.ts";
import { publicKeyFacts, readBitString, readSubjectPublicKeyInfo } from "./public-key.ts";
import { readTime } from "./time.ts";

/** The largest certificate that is read, in bytes. Real ones have one to eight thousand. */
const LARGEST_CERTIFICATE = 64 * 1024;

/** RFC 5280 section 4.1.2.2 lets serial numbers have twenty octets, sign included. */
const LONGEST_SERIAL = 20;

/**
 * Reads one certificate (RFC 5280 section 4.1) from DER. Nothing is copied: the result holds slices of `der`, which must not change.
 * @throws CertificateError too-large before anything is read; otherwise what was wrong and at which byte. Nothing else.
 */
export function parseCertificate(der: Uint8Array): Certificate {
  if (der.length > LARGEST_CERTIFICATE) {
    throw new CertificateError("too-large", `${der.length} bytes where a certificate may have ${LARGEST_CERTIFICATE}`);
  }
  const reader = new DerReader(der);
  const parts = reader.within(reader.expect(Tag.sequence, "the certificate"));
  reader.finish("the certificate");
  const tbsElement = parts.expect(Tag.sequence, "the signed part");
  const outer = readAlgorithm(parts, "the signature algorithm");
  const signatureBits = readBitString(parts, "the signature's bits");
  parts.finish("the signature");

  const tbs = reader.within(tbsElement);
  const { version, explicitDefault } = readVersion(tbs);
  const serialElement = tbs.expect(Tag.integer, "the serial number");
  const serial = readInteger(tbs, serialElement, "the serial number");
  const inner = readAlgorithm(tbs, "the signed part's signature algorithm");
  const issuer = readName(tbs, "the issuer");
  const validity = tbs.within(tbs.expect(Tag.sequence, "the validity"));
  const notBefore = readTime(validity, "the start of validity");
  const notAfter = readTime(validity, "the end of validity");
  validity.finish("the validity");
  const subject = readName(tbs, "the subject");
  const spkiElement = tbs.expect(Tag.sequence, "the public key");
  const publicKey = publicKeyFacts(readSubjectPublicKeyInfo(tbs.within(spkiElement)));
  tbs.optional(context(1, false), "the issuer's unique identifier");
  tbs.optional(context(2, false), "the subject's unique identifier");
  const extensionList = readExtensionList(tbs);
  tbs.finish("the signed part");
  const { extensions, irregularities: ofExtensions } = readExtensions(tbs, extensionList);

  const agreesWithTbs = sameBytes(outer.encoding, inner.encoding);
  const told: [Irregularity, boolean][] = [
    ["explicit-default", explicitDefault],
    ["negative-serial", serial.negative],
    ["zero-serial", serial.magnitude[0] === 0],
    ["long-serial", serialElement.end - serialElement.content > LONGEST_SERIAL],
    ["algorithm-mismatch", !agreesWithTbs],
    ["signature-not-whole-bytes", !signatureBits.whole],
    ["empty-issuer", issuer.rdns.length === 0],
    ["unknown-string-type", hasFault(issuer, "unknown-string-type") || hasFault(subject, "unknown-string-type")],
    ["invalid-string", hasFault(issuer, "invalid-string") || hasFault(subject, "invalid-string")],
    ["unusual-time", !notBefore.usual || !notAfter.usual],
    ["reversed-validity", notBefore.at > notAfter.at],
    ["extensions-before-version-3", extensionList !== null && version < 3],
  ];
  const signature: SignatureFacts = {
    algorithm: outer.algorithm,
    parameters: outer.parameters,
    value: signatureBits.whole ? signatureBits.bytes : null,
    agreesWithTbs,
  };
  return {
    der,
    tbs: reader.whole(tbsElement),
    spki: reader.whole(spkiElement),
    version,
    serial: integerText(serial),
    issuer,
    subject,
    notBefore: notBefore.at,
    notAfter: notAfter.at,
    publicKey,
    signature,
    extensions,
    irregularities: [...told.filter(([, is]) => is).map(([name]) => name), ...new Set(ofExtensions)],
  };
}

function readVersion(tbs: DerReader): { version: 1 | 2 | 3; explicitDefault: boolean } {
  const wrapper = tbs.optional(context(0, true), "the version");
  if (!wrapper) return { version: 1, explicitDefault: false };
  const inside = tbs.within(wrapper);
  const element = inside.expect(Tag.integer, "the version");
  const { magnitude, negative } = readInteger(inside, element, "the version");
  inside.finish("the version");
  const number = magnitude[0];
  if (negative || magnitude.length !== 1 || number === undefined || number > 2) {
    throw new CertificateError("bad-version", "the version is not 1, 2 or 3", element.start);
  }
  return { version: number === 0 ? 1 : number === 1 ? 2 : 3, explicitDefault: number === 0 };
}

interface Algorithm {
  readonly encoding: Uint8Array;
  readonly algorithm: string;
  readonly parameters: Uint8Array | null;
}

/** AlgorithmIdentifier, RFC 5280 section 4.1.1.2. */
function readAlgorithm(reader: DerReader, what: string): Algorithm {
  const element = reader.expect(Tag.sequence, what);
  const parts = reader.within(element);
  const algorithm = readOid(parts, what);
  const parameters = parts.done ? null : parts.whole(parts.next(`${what}'s parameters`));
  parts.finish(what);
  return { encoding: reader.whole(element), algorithm, parameters };
}

function readExtensionList(tbs: DerReader): Element | null {
  const wrapper = tbs.optional(context(3, true), "the extensions");
  if (!wrapper) return null;
  const inside = tbs.within(wrapper);
  const list = inside.expect(Tag.sequence, "the extensions");
  inside.finish("the extensions");
  return list;
}

function hasFault(name: Name, fault: "unknown-string-type" | "invalid-string"): boolean {
  return name.rdns.some((rdn) => rdn.some((attribute) => attribute.fault === fault));
}
