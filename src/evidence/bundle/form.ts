import { hexDigest } from "../../certificate/fingerprint.ts";

/** The names of a bundle's files, those of certificates apart. */
export const NAMES = {
  records: "records.jsonl",
  disclosures: "disclosures.jsonl",
  watchlist: "watchlist.json",
  report: "report.html",
  guide: "VERIFY.md",
  key: "signing-key.pem",
  sums: "SHA256SUMS",
  signature: "SHA256SUMS.sig",
} as const;

/** The file of a certificate. @param sha256 of its DER, hex. */
export const certificateName = (sha256: string): string => `certificates/${sha256}.pem`;

/** Names of all files that SHA256SUMS lists, in the order in which it does. */
export function listedNames(names: Iterable<string>): string[] {
  return [...names].filter((name) => name !== NAMES.sums && name !== NAMES.signature).toSorted();
}

/** SHA256SUMS as `sha256sum` writes and checks it. */
export async function sumsText(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const lines = listedNames(files.keys()).map(async (name) => {
    const bytes = files.get(name);
    return bytes ? `${await hexDigest("SHA-256", bytes)}  ${name}\n` : "";
  });
  return (await Promise.all(lines)).join("");
}

/** Lines, each ended by a line feed. */
export const linesText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");
