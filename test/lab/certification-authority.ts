import * as x509 from "./x509.ts";

const DAY = 86_400_000;

export type KeyAlgorithm = "rsa" | "ec";

/** A certification authority that exists only for the lab: it can sign, and knows the certificates above it. */
export interface Authority {
  readonly privateKey: CryptoKey;
  /** Its own certificate first, the root last. */
  readonly path: readonly [x509.X509Certificate, ...x509.X509Certificate[]];
}

export interface AuthorityRequest {
  /** RFC 4514 string, the most specific attribute first. */
  readonly name: string;
  readonly algorithm: KeyAlgorithm;
}

/**
 * Makes a key pair that can sign and be exported: RSA-2048 or EC P-256. The exponent counts for RSA only.
 * @param publicExponent RSA public exponent
 */
export async function generateKeys(
  algorithm: KeyAlgorithm,
  publicExponent: 3 | 65537 = 65537,
): Promise<{ privateKey: CryptoKey; publicKey: CryptoKey }> {
  const usages = ["sign", "verify"] as const;
  if (algorithm === "ec") return crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, usages);
  const parameters = {
    name: "RSASSA-PKCS1-v1_5",
    hash: "SHA-256",
    modulusLength: 2048,
    publicExponent: new Uint8Array(publicExponent === 3 ? [3] : [1, 0, 1]),
  };
  return crypto.subtle.generateKey(parameters, true, usages);
}

/** Makes a self-signed root, valid from a month ago for ten years. */
export function createRoot(request: AuthorityRequest): Promise<Authority> {
  return createAuthority(request, null);
}

/** Makes an authority under `issuer` that may sign leaves only (path length 0), with the same validity as a root. */
export function createIntermediate(issuer: Authority, request: AuthorityRequest): Promise<Authority> {
  return createAuthority(request, issuer);
}

async function createAuthority(request: AuthorityRequest, issuer: Authority | null): Promise<Authority> {
  const keys = await generateKeys(request.algorithm);
  const subject = nameFromRfc4514(request.name);
  const extensions: x509.Extension[] = [
    new x509.BasicConstraintsExtension(true, issuer ? 0 : undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
  ];
  if (issuer) extensions.push(await x509.AuthorityKeyIdentifierExtension.create(issuer.path[0].publicKey));
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: issuer ? issuer.path[0].subjectName : subject,
    notBefore: new Date(Date.now() - 30 * DAY),
    notAfter: new Date(Date.now() + 3650 * DAY),
    publicKey: keys.publicKey,
    signingKey: issuer ? issuer.privateKey : keys.privateKey,
    extensions,
  });
  return { privateKey: keys.privateKey, path: [certificate, ...(issuer?.path ?? [])] };
}

/** RFC 4514 writes the most specific attribute first; the library keeps the order given, and DER holds it last. */
function nameFromRfc4514(text: string): x509.Name {
  return new x509.Name(new x509.Name(text).toJSON().reverse());
}

/** The private key as PEM (PKCS #8), for Node's TLS or a file that only its owner can read. */
export async function exportPrivateKey(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey("pkcs8", key), "PRIVATE KEY");
}

/**
 * Reads back a root made by `createRoot`.
 * @throws when either PEM text cannot be read or the key is of another kind than the certificate's
 */
export async function importRoot(certificatePem: string, privateKeyPem: string): Promise<Authority> {
  const certificate = new x509.X509Certificate(certificatePem);
  const parameters = { ...certificate.publicKey.algorithm, hash: "SHA-256" };
  const pkcs8 = x509.PemConverter.decodeFirst(privateKeyPem);
  return { privateKey: await crypto.subtle.importKey("pkcs8", pkcs8, parameters, true, ["sign"]), path: [certificate] };
}
