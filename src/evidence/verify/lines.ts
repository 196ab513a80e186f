import { EvidenceError } from "../evidence-error.ts";

/** Longer than any record or disclosure with certificates' names in it. */
const LONGEST_LINE = 1024 * 1024;

/**
 * The lines of a file, each ended by a line feed.
 * @throws EvidenceError where it is no UTF-8, a line is too long, or the last has no end.
 */
export function linesOf(bytes: Uint8Array, name: string): readonly string[] {
  const lines = textOf(bytes, name).split("\n");
  if (lines.pop() !== "") throw new EvidenceError(`${name}, line ${lines.length + 1}`, "the line has no end");
  const long = lines.findIndex((line) => line.length > LONGEST_LINE);
  if (long !== -1) throw new EvidenceError(`${name}, line ${long + 1}`, `it is longer than ${LONGEST_LINE}`);
  return lines;
}

/** The text of a file. @throws EvidenceError where it is no UTF-8. */
export function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new EvidenceError(name, "it is not UTF-8");
  }
}
