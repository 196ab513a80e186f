import { COLLECTIONS, nodeRoots, samplesIn } from "../certificate/collections.ts";
import { SIGNERS, selfSigned } from "../certificate/made.ts";
import { createRoot } from "../lab/certification-authority.ts";
import { issueLeaf } from "../lab/leaf.ts";
import * as x509 from "../lab/x509.ts";

/** Certificates to mutate: Node's roots, one of each kind of key made now, a leaf with many extensions, and what collections are there. */
export async function corpus(): Promise<Uint8Array[]> {
  const made = await Promise.all(
    (Object.keys(SIGNERS) as (keyof typeof SIGNERS)[]).map((signer) => selfSigned(signer)),
  );
  const root = await createRoot({ name: "CN=Fuzz Root,O=Rootwatch Lab,C=ZZ", algorithm: "ec" });
  const { cert } = await issueLeaf(root, { hosts: ["a.example", "192.0.2.1"], algorithm: "ec", asPublic: true }, false);
  const collected = Object.values(COLLECTIONS).flatMap((folder) => samplesIn(folder) ?? []);
  return [
    ...[...made, new x509.X509Certificate(cert)].map(({ rawData }) => new Uint8Array(rawData)),
    ...[...nodeRoots, ...collected].map(({ der }) => der),
  ].filter(({ length }) => length > 0);
}
