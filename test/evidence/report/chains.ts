import type { Certificate } from "../../../src/certificate/certificate.ts";
import { hexDigest } from "../../../src/certificate/fingerprint.ts";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import { parsed } from "../../certificate/made.ts";
import type { X509Certificate } from "../../lab/x509.ts";
import { disclosed } from "../disclosed.ts";

/** What a record names a certificate by. */
export const hashOf = (certificate: X509Certificate): Promise<string> => hexDigest("SHA-256", parsed(certificate).der);

/** A connection for each chain, the leaf first, with the numbers from 1 on; and all certificates, by their hashes. */
export async function connectionsOf(...chains: readonly (readonly X509Certificate[])[]) {
  const certificates = new Map<string, Certificate>();
  const records: DisclosedRecord[] = [];
  for (const [index, chain] of chains.entries()) {
    const [leaf = "", ...issuers] = await Promise.all(chain.map(hashOf));
    records.push(disclosed("connection", { seq: index + 1 }, { leaf, issuers }));
    for (const certificate of chain) certificates.set(await hashOf(certificate), parsed(certificate));
  }
  return { records, certificates };
}
