import type { Certificate } from "../../src/certificate/certificate.ts";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import type { BrowserError, Observation } from "../../src/detection/observation.ts";
import type { Sighting } from "../../src/detection/sighting.ts";
import type { Authority } from "../lab/certification-authority.ts";
import { issueLeaf, type LeafRequest } from "../lab/leaf.ts";
import * as x509 from "../lab/x509.ts";
import { parsed } from "./observations.ts";

/** When the observations of the tests are made, milliseconds since 1970, and what lies before that. */
export const NOW = Date.UTC(2026, 10, 21);
export const MINUTE = 60_000;

/** A host as it was met before, a minute ago unless told otherwise. */
export function seen(host: string, end: Sighting["end"], differently: Partial<Sighting> = {}): Sighting {
  const at = differently.at ?? NOW - MINUTE;
  return { host, at, since: at, end, rootKey: null, leafKey: null, leftOutByPrograms: false, ...differently };
}

/** The browser stopped a connection. */
export function stopped(host: string | null, kind: BrowserError["kind"], at = NOW): Observation {
  const circumstances = { connection: "page", source: "browser-error", host, at } as const;
  return { ...circumstances, basis: "error", outcome: "stopped", error: { kind, code: "CODE" } };
}

/** A new leaf under an authority, and everything above it, root last. */
export async function chainUnder(authority: Authority, request: Partial<LeafRequest> = {}): Promise<Certificate[]> {
  const { cert } = await issueLeaf(authority, { hosts: ["www.example.com"], algorithm: "ec", ...request }, true);
  return parsed(x509.PemConverter.decode(cert).map((der) => new x509.X509Certificate(der)));
}

/** SHA-256 of the key of a chain's last certificate, hex. */
export async function rootKeyOf(chain: readonly Certificate[]): Promise<string> {
  const root = chain.at(-1);
  if (!root) throw new Error("the chain is empty");
  return (await fingerprints(root)).spkiSha256;
}
