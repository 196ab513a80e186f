import { X509Certificate } from "node:crypto";
import { linkChain } from "../../src/certificate/chain.ts";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { contents } from "../../src/certificate/summary.ts";
import { canonicalName } from "../../src/watchlist/canonical-name.ts";
import { loadWatchlist } from "../../src/watchlist/watchlist.ts";
import { nodeRoots } from "../certificate/collections.ts";
import { SIGNERS, selfSigned } from "../certificate/made.ts";
import { createIntermediate, createRoot } from "../lab/certification-authority.ts";
import { issueLeaf } from "../lab/leaf.ts";
import * as x509 from "../lab/x509.ts";
import { benchEvidence } from "./evidence.ts";
import { compare, timeEach } from "./time.ts";

const made = await Promise.all((Object.keys(SIGNERS) as (keyof typeof SIGNERS)[]).map((signer) => selfSigned(signer)));
const ders = [...nodeRoots.map(({ der }) => der), ...made.map(({ rawData }) => new Uint8Array(rawData))];
console.log(`${ders.length} certificates: the roots that Node ships and one of each kind of key made now\n`);

compare("reading a certificate, every field that is not a hash", [
  ["rootwatch", () => timeEach(ders, (der) => contents(parseCertificate(der)))],
  ["node:crypto", () => timeEach(ders, readWithNode)],
  ["@peculiar/x509", () => timeEach(ders, readWithPeculiar)],
]);

const parsed = ders.map(parseCertificate);
let began = performance.now();
for (const certificate of parsed) await fingerprints(certificate);
report("three hashes of a certificate", (performance.now() - began) / parsed.length);

const root = await createRoot({ name: "CN=Bench Root", algorithm: "rsa" });
const intermediate = await createIntermediate(root, { name: "CN=Bench Intermediate", algorithm: "rsa" });
const { cert } = await issueLeaf(intermediate, { hosts: ["a.example"], algorithm: "rsa" }, true);
const chain = x509.PemConverter.decode(cert).map((der) => new Uint8Array(der));
const rounds = 300;
began = performance.now();
for (let round = 0; round < rounds; round++) await linkChain(chain.map(parseCertificate), true);
report("reading and linking a chain of three, two RSA signatures checked", (performance.now() - began) / rounds);

const hash = (number: number) => number.toString(16).padStart(64, "0");
const entry = { role: "interception", sha1: null, subject: null, subjectKeyId: null } as const;
const watchlist = loadWatchlist({
  date: "2026-11-21",
  authorities: [],
  keys: async () => [],
  certificates: Array.from({ length: 10_000 }, (_, index) => ({
    ...entry,
    authority: "bench",
    sha256: hash(index),
    spkiSha256: hash(index + 20_000),
    subject: `CN=Bench ${index}`,
  })),
  publicRoots: [],
  targets: [],
  products: [],
});
const keys = Array.from({ length: 100_000 }, (_, index) => hash(index));
began = performance.now();
for (const key of keys) watchlist.findKey(key);
report("looking up a key among 10,000", (performance.now() - began) / keys.length);
began = performance.now();
for (let index = 0; index < 10_000; index++) canonicalName(`CN=Bench ${index},O=Rootwatch,C=ZZ`);
report("the canonical form of a name", (performance.now() - began) / 10_000);

for (const records of [12, 10_000]) await benchEvidence(records);

function report(what: string, milliseconds: number): void {
  console.log(`${what}: ${(milliseconds * 1000).toFixed(1)} µs`);
}

/** The fields of the contract, as far as Node has them. */
function readWithNode(der: Uint8Array): unknown[] {
  const certificate = new X509Certificate(der);
  const { subject, issuer, serialNumber, validFrom, validTo, subjectAltName, ca, publicKey } = certificate;
  const { asymmetricKeyType, asymmetricKeyDetails } = publicKey;
  return [
    subject,
    issuer,
    serialNumber,
    validFrom,
    validTo,
    subjectAltName,
    ca,
    asymmetricKeyType,
    asymmetricKeyDetails,
  ];
}

function readWithPeculiar(der: Uint8Array): unknown[] {
  const certificate = new x509.X509Certificate(der as Uint8Array<ArrayBuffer>);
  const { subject, issuer, serialNumber, notBefore, notAfter, signatureAlgorithm, publicKey } = certificate;
  const extensions = [
    certificate.getExtension(x509.SubjectKeyIdentifierExtension),
    certificate.getExtension(x509.AuthorityKeyIdentifierExtension),
    certificate.getExtension(x509.SubjectAlternativeNameExtension),
    certificate.getExtension(x509.BasicConstraintsExtension),
  ];
  return [subject, issuer, serialNumber, notBefore, notAfter, signatureAlgorithm, publicKey.algorithm, extensions];
}
