import * as v from "valibot";
import { fromBase64 } from "../watchlist/base64.ts";
import { type Files, packArchive, unpackArchive } from "./archive.ts";
import { parseJson } from "./disclosure.ts";
import { EvidenceError } from "./evidence-error.ts";
import type { FormedRecord } from "./record.ts";

/** The most bytes of one sealed record, which has at most twenty certificates. */
const LARGEST_SEALED = 4 * 1024 * 1024;

const NAME = /^sealed\/(\d{6,})\.age$/;

const Sealed = v.strictObject({
  line: v.string(),
  disclosures: v.array(v.string()),
  certificates: v.array(v.pipe(v.string(), v.base64())),
});

/** A record of a write-only journal, as whoever has the key gets it. */
export interface SealedRecord extends Pick<FormedRecord, "line" | "disclosures"> {
  /** DER, those that the record names. */
  readonly certificates: readonly Uint8Array[];
}

/** Reads what was encrypted. @param at where it stands. @throws EvidenceError when it is no record. */
export function parseSealed(text: string, at: string): SealedRecord {
  const result = v.safeParse(Sealed, parseJson(text, at));
  if (!result.success) throw new EvidenceError(at, "no-sealed-record", result.issues[0].message);
  return { ...result.output, certificates: result.output.certificates.map(fromBase64) };
}

/** The file of a sealed record in its archive. */
export const sealedName = (seq: number): string => `sealed/${String(seq).padStart(6, "0")}.age`;

/** The archive of a write-only journal. @param sealed the encrypted records by their numbers. @throws EvidenceError when there are too many. */
export function packSealed(sealed: ReadonlyMap<number, Uint8Array>): Uint8Array<ArrayBuffer> {
  return packArchive(new Map([...sealed].map(([seq, bytes]) => [sealedName(seq), bytes])));
}

/** Whether an archive begins like one of a write-only journal. */
export function isSealedArchive(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(30, 37)) === "sealed/";
}

/** The encrypted records of such an archive, by number. @throws EvidenceError for what is no such archive. */
export function unpackSealed(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const { files, departure } = unpackArchive(
    bytes,
    (name) => NAME.test(name) && name === sealedName(Number(NAME.exec(name)?.[1])),
    () => LARGEST_SEALED,
  );
  if (departure) throw departure;
  return byNumber(files);
}

function byNumber(files: Files): ReadonlyMap<number, Uint8Array> {
  const numbered = [...files].map(([name, bytes]) => [Number(NAME.exec(name)?.[1]), bytes] as const);
  return new Map(numbered.toSorted(([one], [other]) => one - other));
}
