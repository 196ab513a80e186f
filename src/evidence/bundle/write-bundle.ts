import { type Files, packArchive } from "../archive.ts";
import { EvidenceError } from "../evidence-error.ts";
import { pemText } from "../pem.ts";
import type { Selection } from "../selection.ts";
import { bundleWatchlistText, parseBundleWatchlist } from "./bundle-watchlist.ts";
import { type BundleContents, certificatesNamed } from "./contents.ts";
import { certificateName, linesText, NAMES, sumsText } from "./form.ts";
import { keyFingerprint, type Signer } from "./signature.ts";
import { type EntrySources, usedEntries } from "./used-entries.ts";

/** What a bundle is made from. */
export interface BundleParts {
  readonly selection: Selection;
  /** DER of a certificate by its SHA-256 in hex; null where the journal has lost it. */
  readonly certificate: (sha256: string) => Promise<Uint8Array | null>;
  readonly sources: EntrySources;
  readonly signer: Signer;
  /** report.html. @param signer `keyFingerprint` of the signing key. */
  readonly report: (contents: BundleContents, signer: string) => string | Promise<string>;
  /** VERIFY.md. @param signer as above. */
  readonly guide: (signer: string) => string;
}

/** How a long export is watched and stopped. */
export interface Course {
  /** Told the part that is done, 0 to 1, never less than before. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** Certificates fetched between two looks at the signal. */
const AT_ONCE = 200;

/**
 * Makes a bundle, whole or not at all.
 * @returns the bytes of the archive.
 * @throws EvidenceError where a certificate that a disclosed field names is not to be had; the signal's reason when it was stopped.
 */
export async function writeBundle(parts: BundleParts, course: Course = {}): Promise<Uint8Array<ArrayBuffer>> {
  const archive = packArchive(await bundleFiles(parts, course));
  step(course, 1);
  return archive;
}

/** The files of a bundle, all of them; otherwise as `writeBundle`. */
export async function bundleFiles(parts: BundleParts, course: Course = {}): Promise<Files> {
  const { selection, sources, signer, report, guide } = parts;
  const certificates = await collect(parts, course);
  const watchlist = bundleWatchlistText(await usedEntries(selection.records, sources));
  const contents: BundleContents = {
    records: selection.records,
    certificates,
    watchlist: await parseBundleWatchlist(watchlist, NAMES.watchlist),
  };
  const fingerprint = await keyFingerprint(signer.publicKey);
  const reportText = await report(contents, fingerprint);
  step(course, 0.6);
  const utf8 = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    ...[...certificates].map(
      ([sha256, der]) => [certificateName(sha256), utf8.encode(pemText("CERTIFICATE", der))] as const,
    ),
    [NAMES.records, utf8.encode(linesText(selection.lines))],
    [NAMES.disclosures, utf8.encode(linesText(selection.disclosures))],
    [NAMES.watchlist, utf8.encode(watchlist)],
    [NAMES.report, utf8.encode(reportText)],
    [NAMES.guide, utf8.encode(guide(fingerprint))],
    [NAMES.key, utf8.encode(pemText("PUBLIC KEY", signer.publicKey))],
  ]);
  const sums = utf8.encode(await sumsText(files));
  files.set(NAMES.sums, sums);
  files.set(NAMES.signature, await signer.sign(sums));
  step(course, 0.9);
  return files;
}

async function collect({ selection, certificate }: BundleParts, course: Course): Promise<Map<string, Uint8Array>> {
  const hashes = [...new Set(selection.records.flatMap(certificatesNamed))];
  const found = new Map<string, Uint8Array>();
  for (let from = 0; from < hashes.length; from += AT_ONCE) {
    step(course, (from / hashes.length) * 0.5);
    for (const sha256 of hashes.slice(from, from + AT_ONCE)) {
      const der = await certificate(sha256);
      if (der === null) throw new EvidenceError(`certificate ${sha256}`, "a record names it, and it is not stored");
      found.set(sha256, der);
    }
  }
  step(course, 0.5);
  return found;
}

function step({ onProgress, signal }: Course, done: number): void {
  signal?.throwIfAborted();
  onProgress?.(done);
}
