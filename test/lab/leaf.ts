import { isIP } from "node:net";
import { type Authority, exportPrivateKey, generateKeys, type KeyAlgorithm } from "./certification-authority.ts";
import * as x509 from "./x509.ts";

const DAY = 86_400_000;

export interface LeafRequest {
  /** DNS names or IP addresses for the subject alternative names; the first is the common name unless `subject` is given. */
  readonly hosts: readonly [string, ...string[]];
  readonly subject?: x509.Name;
  /** Whole seconds are kept. Without dates the leaf is valid from yesterday for 90 days. */
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Hex; random when left out. */
  readonly serial?: string;
  readonly algorithm: KeyAlgorithm;
  readonly publicExponent?: 3 | 65537;
  /** Adds what a publicly trusted leaf carries: timestamps of a transparency log, authority information, CRL, policy. */
  readonly asPublic?: boolean;
}

/** What Node's TLS wants, in PEM: the chain, leaf first, and the leaf's private key. */
export interface TlsCredentials {
  readonly cert: string;
  readonly key: string;
}

/** Issues an end-entity certificate for TLS servers and gives it with the chain up to the root; the root only if `sendRoot`. */
export async function issueLeaf(
  authority: Authority,
  request: LeafRequest,
  sendRoot: boolean,
): Promise<TlsCredentials> {
  const [issuer] = authority.path;
  const keys = await generateKeys(request.algorithm, request.publicExponent);
  const usage =
    x509.KeyUsageFlags.digitalSignature | (request.algorithm === "rsa" ? x509.KeyUsageFlags.keyEncipherment : 0);
  const notBefore = request.notBefore ?? new Date(Date.now() - DAY);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: request.subject ?? [{ CN: [request.hosts[0]] }],
    issuer: issuer.subjectName,
    notBefore,
    notAfter: request.notAfter ?? new Date(notBefore.getTime() + 90 * DAY),
    ...(request.serial === undefined ? {} : { serialNumber: request.serial }),
    publicKey: keys.publicKey,
    signingKey: authority.privateKey,
    extensions: [
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(usage, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        request.hosts.map((value) => ({ type: isIP(value) ? ("ip" as const) : ("dns" as const), value })),
      ),
      ...(request.asPublic ? publicExtensions() : []),
    ],
  });
  const chain = [certificate, ...(sendRoot ? authority.path : authority.path.slice(0, -1))];
  return { cert: chain.map((each) => each.toString("pem")).join("\n"), key: await exportPrivateKey(keys.privateKey) };
}

function publicExtensions(): x509.Extension[] {
  const base = "http://pki.rootwatch-lab.example";
  return [
    new x509.Extension("1.3.6.1.4.1.11129.2.4.2", false, signedCertificateTimestamps()),
    new x509.AuthorityInfoAccessExtension({ caIssuers: `${base}/intermediate.cer` }),
    new x509.CRLDistributionPointsExtension([`${base}/intermediate.crl`]),
    new x509.CertificatePolicyExtension(["2.23.140.1.2.2"]),
  ];
}

/** A list of one timestamp, well-formed (RFC 6962 section 3.3), of a log that nobody knows and with a random signature. */
function signedCertificateTimestamps(): Uint8Array<ArrayBuffer> {
  const signature = crypto.getRandomValues(new Uint8Array(70));
  const logId = crypto.getRandomValues(new Uint8Array(32));
  const timestamp = new DataView(new ArrayBuffer(8));
  timestamp.setBigUint64(0, BigInt(Date.now() - DAY));
  const noExtensions = [0, 0];
  const sha256WithEcdsa = [4, 3];
  const entry = [
    0,
    ...logId,
    ...new Uint8Array(timestamp.buffer),
    ...noExtensions,
    ...sha256WithEcdsa,
    0,
    signature.length,
    ...signature,
  ];
  const list = [0, entry.length + 2, 0, entry.length, ...entry];
  return new Uint8Array([0x04, list.length, ...list]);
}
