import authorityNames from "virtual:authority-names";
import { encryptAge, type Readers } from "../../src/evidence/age.ts";
import { packArchive } from "../../src/evidence/archive.ts";
import type { Course } from "../../src/evidence/bundle/course.ts";
import { verifyGuide } from "../../src/evidence/bundle/guide.ts";
import { oneTimeSigner, type Signer, signerOf } from "../../src/evidence/bundle/signature.ts";
import { bundleFiles } from "../../src/evidence/bundle/write-bundle.ts";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import { recordsAsCsv } from "../../src/evidence/exports/csv.ts";
import { recordsAsJsonLines } from "../../src/evidence/exports/json-lines.ts";
import { recordsAsOoni } from "../../src/evidence/exports/ooni.ts";
import { textSafeToShare } from "../../src/evidence/exports/safe-text.ts";
import { reportHtml } from "../../src/evidence/report/report.ts";
import type { Selection } from "../../src/evidence/selection.ts";
import type { JournalReader } from "../journal-store/journal-reader.ts";
import type { JournalRow } from "../journal-view/journal-row.ts";
import { readNewsroomKey } from "../newsroom-key.ts";
import { sentencesIn } from "../platform/translate.ts";
import { type Choices, choiceFrom } from "./choices.ts";
import { entrySources } from "./knowledge.ts";
import { type Found, leaveOutLost } from "./leave-out-lost.ts";

/** What was made, whole and in memory, and is not saved yet. */
export interface MadeFile {
  /** It says nothing of Rootwatch, sites or days, because names show where contents do not: in lists of downloads, on a stick, in mail. */
  readonly name: string;
  /** Null for a text that is only to be copied. */
  readonly blob: Blob | null;
  /** Name and size in bytes of each file of a bundle; empty for another kind. */
  readonly files: readonly (readonly [name: string, bytes: number])[];
  readonly selection: Selection;
  /** How many certificates the journal has lost; what names them is not in it. */
  readonly lost: number;
  /** The lines in which records leave, as they stand in the file. */
  readonly lines: readonly string[];
  /** To whom it is encrypted; null when anyone can open it. */
  readonly readers: Readers | null;
}

/**
 * Makes what was chosen. Nothing is saved by it.
 * @throws EvidenceError for what is wrong in the journal; the signal's reason when it was stopped.
 */
export async function makeFile(
  choices: Choices,
  rows: readonly JournalRow[],
  journal: JournalReader,
  course: Course & { readonly signal: AbortSignal },
): Promise<MadeFile> {
  const onProgress = (done: number) => course.onProgress?.(done / 2);
  const found = await leaveOutLost(rows, choiceFrom(choices, rows), journal, { ...course, onProgress });
  if (choices.form === "bundle") return makeBundle(choices, found, course);
  const { selection, lost } = found;
  const text = await textOf(choices, found);
  const { name, type } = NAMES[choices.form];
  const blob = choices.form === "text" ? null : new Blob([text], { type });
  return { name, blob, files: [], selection, lost, lines: text.split(/\r?\n/), readers: null };
}

const NAMES = {
  text: { name: "", type: "text/plain" },
  csv: { name: "records.csv", type: "text/csv" },
  jsonl: { name: "records.jsonl", type: "application/jsonl" },
  ooni: { name: "measurements.jsonl", type: "application/jsonl" },
};

async function makeBundle(
  choices: Choices,
  { selection, certificates, lost }: Found,
  course: Course & { readonly signal: AbortSignal },
): Promise<MadeFile> {
  const [sentence, sources] = await Promise.all([sentencesIn(choices.language), entrySources()]);
  const files = await bundleFiles(
    {
      selection,
      certificate: async (sha256) => certificates.get(sha256) ?? null,
      sources,
      signer: await signerBy(choices),
      report: (contents, fingerprint) => reportHtml(contents, fingerprint, sentence, sources.watchlist),
      guide: verifyGuide,
    },
    // Reading the certificates was the first half.
    { ...course, onProgress: (done) => course.onProgress?.(Math.max(done, 0.5)) },
  );
  const archive = packArchive(files);
  const readers = readersOf(choices);
  const bytes = readers ? await encryptAge(archive, readers, course.signal) : archive;
  course.signal.throwIfAborted();
  return {
    name: readers ? "notes.age" : "records.zip",
    blob: new Blob([bytes], { type: readers ? "application/octet-stream" : "application/zip" }),
    files: [...files].map(([name, file]) => [name, file.length] as const).toSorted(),
    selection,
    lost,
    lines: [...selection.lines, ...selection.disclosures],
    readers,
  };
}

async function textOf({ form, language }: Choices, { selection: { records }, certificates }: Found): Promise<string> {
  if (form === "jsonl") return recordsAsJsonLines(records);
  if (form === "text") return textSafeToShare(records, authorityNames, await sentencesIn(language));
  return form === "csv" ? recordsAsCsv(records, certificates) : recordsAsOoni(records, certificates);
}

async function signerBy({ signing }: Choices): Promise<Signer> {
  if (signing === "once") return oneTimeSigner();
  const own = await readNewsroomKey();
  if (!own) throw new EvidenceError("newsroom-key", "removed-key");
  return signerOf(own);
}

function readersOf({ protection, recipients, passphrase }: Choices): Readers | null {
  if (protection === "none") return null;
  return protection === "passphrase" ? { passphrase } : { recipients: [...recipients] };
}

/** Whether a file that anyone can open names sites. */
export function namesSites({ selection, readers, blob }: MadeFile): boolean {
  if (readers !== null || blob === null) return false;
  return selection.records.some(({ shown }) => shown.host != null || shown.site != null || shown.leaf != null);
}
