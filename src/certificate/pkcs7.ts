import forge from "node-forge/lib/asn1";
import { CertificateError } from "./errors.ts";

const SIGNED_DATA = "1.2.840.113549.1.7.2";

/** The largest container that is read, in bytes. */
const LARGEST_CONTAINER = 1024 * 1024;

const MOST_IN_CONTAINER = 1000;

/**
 * The certificates in a PKCS #7 container (RFC 2315 section 9.1, RFC 5652 section 5.1), as .p7b files are, each as DER. Such files are
 * often BER, which is why node-forge reads them and not our own strict reader; what it hands on is read strictly again.
 * @throws CertificateError too-large, or bad-container when it is not one that can hold certificates.
 */
export function certificatesInPkcs7(bytes: Uint8Array): Uint8Array[] {
  return inContainer(bytes, (signedData) => {
    const found = children(children(signedData).find(isCertificateSet));
    if (found.length > MOST_IN_CONTAINER) throw new Error(`more than ${MOST_IN_CONTAINER} certificates`);
    return found.map((certificate) => fromBinary(forge.toDer(certificate).getBytes()));
  });
}

/**
 * What was signed in a PKCS #7 container (encapContentInfo, RFC 5652 section 5.2); null when the container holds only certificates.
 * @throws CertificateError as `certificatesInPkcs7` does.
 */
export function contentOfPkcs7(bytes: Uint8Array): Uint8Array | null {
  return inContainer(bytes, (signedData) => {
    const [, , encapsulated] = children(signedData);
    const [, wrapper] = children(encapsulated);
    return wrapper ? fromBinary(octets(children(wrapper)[0])) : null;
  });
}

/** What `read` makes of the container's SignedData. */
function inContainer<Result>(bytes: Uint8Array, read: (signedData: Node | undefined) => Result): Result {
  if (bytes.length > LARGEST_CONTAINER) {
    throw new CertificateError("too-large", `${bytes.length} bytes where a container may have ${LARGEST_CONTAINER}`);
  }
  try {
    const [type, wrapper] = children(forge.fromDer(toBinary(bytes), { strict: false, decodeBitStrings: false }));
    if (typeof type?.value !== "string" || forge.derToOid(type.value) !== SIGNED_DATA)
      throw new Error("not signed data");
    return read(children(wrapper)[0]);
  } catch (error) {
    throw new CertificateError("bad-container", `not a PKCS #7 container with certificates (${describe(error)})`);
  }
}

/** The octets of a string that BER may have cut into pieces. */
function octets(node: Node | undefined): string {
  return typeof node?.value === "string" ? node.value : children(node).map(octets).join("");
}

type Node = ReturnType<typeof forge.fromDer>;

/** certificates [0] IMPLICIT, the only constructed context-specific 0 in SignedData. */
function isCertificateSet(node: Node): boolean {
  return node.tagClass === forge.Class.CONTEXT_SPECIFIC && node.type === 0 && node.constructed;
}

function children(node: Node | undefined): Node[] {
  if (!Array.isArray(node?.value)) throw new Error("a part is missing");
  return node.value;
}

function toBinary(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function fromBinary(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
