import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { rootCertificates } from "node:tls";
import { fileURLToPath } from "node:url";
import { decodeBase64, hasPem, pemBlocks } from "../../src/certificate/pem.ts";

/** A certificate of a public collection, or what a file of it holds in the place of one. */
export interface Sample {
  /** Path in its collection, with "#2" for the second of a file. */
  readonly name: string;
  readonly der: Uint8Array;
}

/** Folders of certificates that a machine may have. */
export const COLLECTIONS = {
  "the system's roots": "/etc/ssl/certs",
  "the vectors of pyca/cryptography": "/usr/lib/python3/dist-packages/cryptography_vectors/x509",
  "observed and listed certificates": fileURLToPath(new URL("../../../shared/authorities/certs", import.meta.url)),
} as const;

/** The roots that Node ships. */
export const nodeRoots: readonly Sample[] = rootCertificates.flatMap((pem, index) =>
  samples(`${index}`, Buffer.from(pem)),
);

/** Every certificate below a folder, each once; null when the folder is not there. */
export function samplesIn(folder: string): readonly Sample[] | null {
  if (!existsSync(folder)) return null;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => /\.(pem|crt|cer|der)$/.test(path));
  const distinct = [...new Map(paths.sort().map((path) => [realpathSync(path), path])).values()];
  return distinct.flatMap((path) => samples(path.slice(folder.length + 1), readFileSync(path)));
}

function samples(name: string, bytes: Buffer): Sample[] {
  const text = bytes.toString("latin1");
  if (!hasPem(text)) return [{ name, der: new Uint8Array(bytes) }];
  const bodies = [...pemBlocks(text)]
    .filter(({ label }) => label.endsWith("CERTIFICATE"))
    .map(({ body }) => body ?? "");
  return bodies.map((body, index) => ({ name: index === 0 ? name : `${name}#${index + 1}`, der: decodeBase64(body) }));
}
