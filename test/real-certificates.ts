import { existsSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../shared/authorities/certs/", import.meta.url);

/** Whether the collection of real certificates lies beside the project; the tests that need it say how many cases they leave out. */
export const haveRealCertificates = existsSync(FOLDER);

/** A real certificate as PEM. @param sha256 of its DER, hex. */
export function realCertificate(sha256: string): string {
  return readFileSync(new URL(`${sha256}.pem`, FOLDER), "utf8");
}
