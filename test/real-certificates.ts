import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";

const COLLECTION = new URL("../../shared/authorities/", import.meta.url);
const FOLDER = new URL("certs/", COLLECTION);

/** Whether the collection of real certificates lies beside the project; the tests that need it say how many cases they leave out. */
export const haveRealCertificates = existsSync(FOLDER);

/** Whether the collection has a certificate: one that was listed since may not be there. @param sha256 of its DER, hex. */
export function isCollected(sha256: string): boolean {
  return existsSync(pathOf(sha256));
}

/** A real certificate as PEM. @param sha256 of its DER, hex. */
export function realCertificate(sha256: string): string {
  return readFileSync(pathOf(sha256), "utf8");
}

function pathOf(sha256: string): URL {
  return new URL(`${sha256}.pem`, FOLDER);
}

const Collection = v.object({ observedChains: v.array(v.object({ chain: v.array(v.string()) })) });

/** Chains that somebody saw, leaf first, as SHA-256 of each certificate; empty where the collection is not there. */
export const observedChains: readonly (readonly string[])[] = haveRealCertificates
  ? v
      .parse(Collection, JSON.parse(readFileSync(new URL("authorities.json", COLLECTION), "utf8")))
      .observedChains.map(({ chain }) => chain)
  : [];
