import type { Watchlist } from "../../watchlist/watchlist.ts";
import type { Files } from "../archive.ts";
import { type BundleWatchlist, NO_ENTRIES, parseBundleWatchlist } from "../bundle/bundle-watchlist.ts";
import { NAMES } from "../bundle/form.ts";
import { derOf } from "../pem.ts";
import { checkRecords } from "./check-records.ts";
import { checkSignature, checkSums } from "./check-sums.ts";
import { linesOf, type PlacedLine, textOf } from "./lines.ts";
import { loadLists } from "./load-lists.ts";
import { readFiles } from "./read-files.ts";
import { type Expectations, Findings, type Statement, type Verification } from "./verification.ts";

const CERTIFICATE = /^certificates\/([0-9a-f]{64})\.pem$/;

/**
 * Verifies a bundle: its archive, the sums of its files, the signature, the chain of its records, what is disclosed of them, and the
 * certificates; then judges every disclosed chain again.
 * @param shipped the verifier's own watchlist.
 * @throws EvidenceError for what cannot be read as a bundle at all, NewerFormError for what a newer Rootwatch wrote.
 */
export async function verifyBundle(
  archive: Uint8Array,
  shipped: Watchlist,
  { key, head }: Expectations,
): Promise<Verification> {
  const found = new Findings();
  const { files, departure } = readFiles(archive);
  if (departure) found.wrongForm(departure);
  try {
    await checkSums(files, found);
  } catch (error) {
    found.wrongForm(error);
  }
  const signer = await checkSignature(files, key, found);
  const watchlist = await watchlistIn(files, found);
  const contents = await checkRecords(
    {
      lines: linesIn(files, NAMES.records, found),
      disclosures: linesIn(files, NAMES.disclosures, found),
      certificates: certificatesIn(files, found),
      watchlist,
    },
    await loadLists(watchlist, shipped),
    head,
    found,
  );
  found.say("sender-words");
  const { problems } = found;
  const whole = problems.length === 0;
  return { whole, problems, statements: whole ? found.statements : found.statements.map(ofBroken), signer, contents };
}

/** A statement as it is true of a bundle with which something is wrong: it is not unchanged since it was signed. */
function ofBroken(said: Statement): Statement {
  return said.key === "signed-by-expected" || said.key === "signer-unknown" ? { ...said, key: "signed-sums" } : said;
}

function linesIn(files: Files, name: string, found: Findings): readonly PlacedLine[] {
  try {
    return linesOf(files.get(name) ?? new Uint8Array(), name);
  } catch (error) {
    found.wrongForm(error);
    return [];
  }
}

function certificatesIn(files: Files, found: Findings) {
  return [...files].flatMap(([name, bytes]): [string, Uint8Array, string][] => {
    const sha256 = CERTIFICATE.exec(name)?.[1];
    if (sha256 === undefined) return [];
    try {
      return [[sha256, derOf("CERTIFICATE", textOf(bytes, name), name), name]];
    } catch (error) {
      found.wrongForm(error);
      return [];
    }
  });
}

async function watchlistIn(files: Files, found: Findings): Promise<BundleWatchlist> {
  try {
    const bytes = files.get(NAMES.watchlist);
    return bytes ? await parseBundleWatchlist(textOf(bytes, NAMES.watchlist), NAMES.watchlist) : NO_ENTRIES;
  } catch (error) {
    found.wrongForm(error);
    return NO_ENTRIES;
  }
}
