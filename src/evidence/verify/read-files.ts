import { type Unpacked, unpackArchive } from "../archive.ts";
import { NAMES } from "../bundle/form.ts";

const CERTIFICATE = /^certificates\/[0-9a-f]{64}\.pem$/;

const MIB = 1024 * 1024;

/** A certificate has at most 64 KiB; in PEM it is a third more. */
const LARGEST_CERTIFICATE = 96 * 1024;

/** The most bytes of each other file. */
const LARGEST: ReadonlyMap<string, number> = new Map([
  [NAMES.records, 128 * MIB],
  [NAMES.disclosures, 256 * MIB],
  [NAMES.watchlist, 4 * MIB],
  [NAMES.report, 64 * MIB],
  [NAMES.guide, MIB],
  [NAMES.key, 1024],
  [NAMES.sums, 16 * MIB],
  [NAMES.signature, 128],
]);

/** Takes a bundle apart into the files that its form has. @throws EvidenceError for what is no such archive. */
export function readFiles(archive: Uint8Array): Unpacked {
  return unpackArchive(
    archive,
    (name) => LARGEST.has(name) || CERTIFICATE.test(name),
    (name) => LARGEST.get(name) ?? LARGEST_CERTIFICATE,
  );
}
