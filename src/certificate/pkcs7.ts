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
  if (bytes.length > LARGEST_CONTAINER) {
    throw new CertificateError("too-large", `${bytes.length} bytes where a container may have ${LARGEST_CONTAINER}`);
  }
  try {
    const [type, wrapper] = children(forge.fromDer(toBinary(bytes), { strict: false, decodeBitStrings: false }));
    if (typeof type?.value !== "string" || forge.derToOid(type.value) !== SIGNED_DATA)
      throw new Error("not signed data");
    const [signedData] = children(wrapper);
    const set = children(signedData).find(isCertificateSet);
    const found = children(set);
    if (found.length > MOST_IN_CONTAINER) throw new Error(`more than ${MOST_IN_CONTAINER} certificates`);
    return found.map((certificate) => fromBinary(forge.toDer(certificate).getBytes()));
  } catch (error) {
    throw new CertificateError("bad-container", `not a PKCS #7 container with certificates (${describe(error)})`);
  }
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
