import { hashBytes } from "#hash-bytes";
import { EvidenceError } from "../evidence-error.ts";

/** A line of evidence. */
export interface PlacedLine {
  readonly line: string;
  /** Where it stands, for example "records.jsonl, line 3". */
  readonly at: string;
  /** `lineHash` of it. */
  readonly hash: string;
}

/** Longer than any record or disclosure with certificates' names in it. */
const LONGEST_LINE = 1024 * 1024;

const LINE_FEED = 0x0a;

/**
 * The lines of a file, each ended by a line feed.
 * @throws EvidenceError where it is no UTF-8, a line is too long, or the last has no end.
 */
export function linesOf(bytes: Uint8Array, name: string): readonly PlacedLine[] {
  const lines = textOf(bytes, name).split("\n");
  if (lines.pop() !== "") throw new EvidenceError(`${name}, line ${lines.length + 1}`, "no-line-end");
  const long = lines.findIndex((line) => line.length > LONGEST_LINE);
  if (long !== -1) throw new EvidenceError(`${name}, line ${long + 1}`, "long-line", String(LONGEST_LINE));
  let next = 0;
  return lines.map((line, index) => {
    const start = next;
    const end = bytes.indexOf(LINE_FEED, start);
    next = end + 1;
    return { line, at: `${name}, line ${index + 1}`, hash: hashBytes(bytes.subarray(start, end)) };
  });
}

/** A line that stands in no file of lines. */
export const placedLine = (line: string, at: string): PlacedLine => ({
  ...{ line, at },
  hash: hashBytes(new TextEncoder().encode(line)),
});

/** The text of a file. @throws EvidenceError where it is no UTF-8. */
export function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new EvidenceError(name, "not-utf8");
  }
}
