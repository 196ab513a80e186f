import { parseCertificate } from "../../src/certificate/parse.ts";
import * as x509 from "../lab/x509.ts";

/** Algorithms WebCrypto can sign certificates with, by the key type we give them. */
export const SIGNERS = {
  "rsa-2048": { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256", modulusLength: 2048, publicExponent: new Uint8Array([3]) },
  "rsa-pss": {
    name: "RSA-PSS",
    hash: "SHA-384",
    saltLength: 48,
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  "ec-p256": { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" },
  "ec-p384": { name: "ECDSA", namedCurve: "P-384", hash: "SHA-384" },
  "ec-p521": { name: "ECDSA", namedCurve: "P-521", hash: "SHA-512" },
  ed25519: { name: "Ed25519" },
} as const;

/** A self-signed certificate made now. */
export async function selfSigned(
  signer: keyof typeof SIGNERS,
  fields: Partial<x509.X509CertificateCreateSelfSignedParams> = {},
): Promise<x509.X509Certificate> {
  const algorithm = SIGNERS[signer];
  const keys = (await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as CryptoKeyPair;
  return x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${signer}`,
    keys,
    signingAlgorithm: algorithm as Algorithm & EcdsaParams,
    extensions: [new x509.BasicConstraintsExtension(true)],
    ...fields,
  });
}

/** A certificate of the lab's library, read by us. */
export function parsed(certificate: x509.X509Certificate) {
  return parseCertificate(new Uint8Array(certificate.rawData));
}

/** Somebody who can hold and sign certificates. */
export interface Party {
  /** RFC 4514 string. */
  readonly name: string;
  readonly keys: CryptoKeyPair;
}

/** A party with a new key of EC P-256, unless another party's key is given. */
export async function party(name: string, keys?: CryptoKeyPair): Promise<Party> {
  return { name, keys: keys ?? (await crypto.subtle.generateKey(SIGNERS["ec-p256"], true, ["sign", "verify"])) };
}

/** A certificate that names `issuer` and was signed by its key; without extensions unless they are given. */
export function issued(
  subject: Party,
  issuer: Party,
  extensions: x509.Extension[] = [],
): Promise<x509.X509Certificate> {
  return x509.X509CertificateGenerator.create({
    subject: subject.name,
    issuer: issuer.name,
    publicKey: subject.keys.publicKey,
    signingKey: issuer.keys.privateKey,
    signingAlgorithm: SIGNERS["ec-p256"],
    extensions,
  });
}

/** What a CA certificate says of itself. */
export const CA = new x509.BasicConstraintsExtension(true);
/** What an end-entity certificate says of itself. */
export const NO_CA = new x509.BasicConstraintsExtension(false);

/** The same certificate with ecdsa-with-SHA224, which WebCrypto does not know, in place of ecdsa-with-SHA256. */
export function uncheckable(certificate: x509.X509Certificate): x509.X509Certificate {
  const hex = Buffer.from(certificate.rawData).toString("hex");
  return new x509.X509Certificate(Buffer.from(hex.replaceAll("2a8648ce3d040302", "2a8648ce3d040301"), "hex"));
}
