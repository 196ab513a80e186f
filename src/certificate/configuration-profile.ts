import { CertificateError } from "./errors.ts";
import { decodeBase64, lineCounter } from "./pem.ts";

/** A certificate that a configuration profile would install: its bytes, DER or PEM, or what was wrong with them. */
export interface ProfileCertificate {
  readonly bytes: Uint8Array | CertificateError;
  /** The line where its data begins, counted from 1. */
  readonly line: number;
}

/** Payload types of Apple's Configuration Profile Reference that hold a certificate alone; a PKCS #12 payload holds somebody's private key. */
const CERTIFICATE_PAYLOADS = ["com.apple.security.root", "com.apple.security.pkcs1", "com.apple.security.pem"];

/** A <dict> that is being read: what its keys have said so far. */
interface Dictionary {
  key: string;
  type: string;
  content: { readonly text: string; readonly line: number } | null;
}

/** Whether a text is an XML property list, as Apple's configuration profiles (.mobileconfig) are. */
export function isProfile(text: string): boolean {
  return /^\s*(\u00ef\u00bb\u00bf)?<(\?xml|!DOCTYPE plist|plist)\b/.test(text) && text.includes("<plist");
}

/**
 * The certificates in an XML configuration profile, in its order. The text is gone through once and nothing is nested in memory, so
 * hostile depth costs nothing.
 * @throws CertificateError no-certificate when it holds none, and says so when its contents are encrypted.
 */
export function* certificatesInProfile(text: string): Generator<ProfileCertificate> {
  const lines = lineCounter(text);
  const open: Dictionary[] = [];
  let found = 0;
  for (const { name, position, content } of tags(text)) {
    const dictionary = open.at(-1);
    if (name === "dict") open.push({ key: "", type: "", content: null });
    else if (name === "key" && dictionary) dictionary.key = content.trim();
    else if (name === "string" && dictionary?.key === "PayloadType") dictionary.type = content.trim();
    else if (name === "data" && dictionary?.key === "PayloadContent") {
      dictionary.content = { text: content, line: lines(position) };
    } else if (
      name === "/dict" &&
      open.pop() &&
      dictionary?.content &&
      CERTIFICATE_PAYLOADS.includes(dictionary.type)
    ) {
      found++;
      yield { bytes: decoded(dictionary.content.text), line: dictionary.content.line };
    }
  }
  if (found > 0) return;
  throw new CertificateError("no-certificate", `a configuration profile without a certificate: ${whyNone(text)}`);
}

/** A profile may be written so that a device finds a certificate in it and we do not: then nothing is said to be absent. */
function whyNone(text: string): string {
  if (text.includes("<key>EncryptedPayloadContent</key>")) return "its contents are encrypted";
  return /<!\[CDATA\[|&#|<!ENTITY/.test(text)
    ? "it is written with CDATA or character references, behind which one may be hidden"
    : "no part of it is a certificate";
}

function decoded(base64: string): Uint8Array | CertificateError {
  try {
    return decodeBase64(base64);
  } catch (error) {
    if (error instanceof CertificateError) return error;
    throw error;
  }
}

/** The tags of an XML text in order, each with the text up to the next one; comments and empty elements are passed over. */
function* tags(text: string): Generator<{ name: string; position: number; content: string }> {
  let position = text.indexOf("<");
  while (position !== -1) {
    const mark = text.startsWith("<!--", position) ? "-->" : ">";
    const end = text.indexOf(mark, position);
    if (end === -1) return;
    const next = text.indexOf("<", end + mark.length);
    const name = /^\/?[\w-]+/.exec(text.slice(position + 1, Math.min(end, position + 20)))?.[0];
    const isEmpty = text[end - 1] === "/";
    if (!isEmpty && name) {
      yield { name, position, content: text.slice(end + 1, next === -1 ? undefined : next) };
    }
    position = next;
  }
}
