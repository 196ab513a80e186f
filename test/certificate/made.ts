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
