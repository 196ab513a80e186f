import { type Files, packArchive } from "../archive.ts";
import { EvidenceError } from "../evidence-error.ts";
import { pemText } from "../pem.ts";
import type { Selection } from "../selection.ts";
import { bundleWatchlistText, parseBundleWatchlist } from "./bundle-watchlist.ts";
import { collectCertificates } from "./collect-certificates.ts";
import { type BundleContents, certificatesNamed } from "./contents.ts";
import { type Course, step } from "./course.ts";
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

/** The first half of the course. */
async function collect({ selection, certificate }: BundleParts, course: Course): Promise<Map<string, Uint8Array>> {
  const found = await collectCertificates(selection.records, certificate, {
    ...course,
    onProgress: (done) => course.onProgress?.(done * 0.5),
  });
  const lost = selection.records.flatMap(certificatesNamed).find((sha256) => !found.has(sha256));
  if (lost !== undefined) throw new EvidenceError(`certificate ${lost}`, "lost-certificate");
  return found;
}
