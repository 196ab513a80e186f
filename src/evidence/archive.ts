import { zipSync } from "fflate";
import { sameBytes } from "../certificate/hex.ts";
import { EvidenceError } from "./evidence-error.ts";

/** The largest archive that is read, in bytes: ten thousand records with their certificates are a fifth of it. */
const LARGEST_ARCHIVE = 512 * 1024 * 1024;

/** The most files that an archive of this form can hold (the number has 16 bits, and all of them mean more). */
const MOST_FILES = 65_534;

const LONGEST_NAME = 255;

/** Noon of the first day a zip archive can name; midnight is an hour that some time zone might not have. */
const FIXED_TIME = new Date(1980, 0, 1, 12);

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_LENGTH = 30;
const CENTRAL_HEADER = 0x02014b50;

/** The files of an archive by their names. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Packs files into the one form an archive of evidence has: stored, not compressed, sorted by name, with one time and no extra fields,
 * so that the same files always make the same bytes.
 * @throws EvidenceError when there are too many.
 */
export function packArchive(files: Files): Uint8Array<ArrayBuffer> {
  if (files.size > MOST_FILES) throw new EvidenceError("archive", "too-many-files", String(MOST_FILES));
  return zipInOrder(files, 0);
}

/**
 * Zips files sorted by name, with one time and no extra fields: the same files always make the same bytes, wherever this runs.
 * @param level 0 stores, 9 compresses most.
 */
export function zipInOrder(files: Files, level: 0 | 9): Uint8Array<ArrayBuffer> {
  const sorted = [...files].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level, mtime: FIXED_TIME }) as Uint8Array<ArrayBuffer>;
}

/** Files, and where their bytes depart from the one form; `departure` is null where they do not. */
export interface Unpacked {
  readonly files: Files;
  readonly departure: EvidenceError | null;
}

/**
 * Takes an archive apart that anybody may have made. Nothing is decompressed, so nothing can grow; each name must be one that is allowed,
 * so none can lead anywhere.
 * @param isAllowed whether the form has a file of this name.
 * @param largest the most bytes a file of this name may have.
 * @throws EvidenceError for what cannot be read as such an archive at all.
 */
export function unpackArchive(
  bytes: Uint8Array,
  isAllowed: (name: string) => boolean,
  largest: (name: string) => number,
): Unpacked {
  if (bytes.length > LARGEST_ARCHIVE) {
    throw new EvidenceError("archive", "too-large", String(bytes.length), String(LARGEST_ARCHIVE));
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const files = new Map<string, Uint8Array>();
  let at = 0;
  while (at + 4 <= bytes.length && view.getUint32(at, true) === LOCAL_HEADER) {
    const { name, start, end } = readLocal(bytes, view, at);
    const place = `archive, byte ${at}`;
    if (!isAllowed(name)) throw new EvidenceError(place, "unknown-file", printable(name));
    if (files.has(name)) throw new EvidenceError(place, "second-file", name);
    if (end - start > largest(name)) {
      throw new EvidenceError(name, "too-large", String(end - start), String(largest(name)));
    }
    if (files.size >= MOST_FILES) throw new EvidenceError(place, "too-many-files", String(MOST_FILES));
    files.set(name, bytes.subarray(start, end));
    at = end;
  }
  const next = at + 4 <= bytes.length ? view.getUint32(at, true) : 0;
  if (next !== CENTRAL_HEADER || files.size === 0) {
    throw new EvidenceError(`archive, byte ${at}`, "no-zip");
  }
  return { files, departure: departureOf(bytes, files) };
}

function readLocal(bytes: Uint8Array, view: DataView, at: number) {
  const place = `archive, byte ${at}`;
  if (at + LOCAL_HEADER_LENGTH > bytes.length) throw new EvidenceError(place, "ends-in-header");
  const flags = view.getUint16(at + 6, true);
  const method = view.getUint16(at + 8, true);
  const [packed, size] = [view.getUint32(at + 18, true), view.getUint32(at + 22, true)];
  const [nameLength, extraLength] = [view.getUint16(at + 26, true), view.getUint16(at + 28, true)];
  if (method !== 0 || packed !== size) throw new EvidenceError(place, "compressed");
  if (flags !== 0) throw new EvidenceError(place, "locked-file");
  if (nameLength > LONGEST_NAME) throw new EvidenceError(place, "long-name");
  const start = at + LOCAL_HEADER_LENGTH + nameLength + extraLength;
  const end = start + size;
  if (end > bytes.length) throw new EvidenceError(place, "ends-in-file");
  const name = String.fromCharCode(...bytes.subarray(at + LOCAL_HEADER_LENGTH, at + LOCAL_HEADER_LENGTH + nameLength));
  return { name, start, end };
}

/** Packs the files again and compares. */
function departureOf(bytes: Uint8Array, files: Files): EvidenceError | null {
  const form = packArchive(files);
  if (sameBytes(form, bytes)) return null;
  let byte = 0;
  while (byte < form.length && form[byte] === bytes[byte]) byte++;
  return new EvidenceError(`archive, byte ${byte}`, "other-bytes");
}

const printable = (name: string): string => name.replace(/[^ -~]/g, "?").slice(0, 80);
