import { asciiJson } from "../ascii-json.ts";
import type { DisclosedRecord } from "../disclosed.ts";

/** The form of the lines written here. */
const FORMAT = "rootwatch-json-lines/1";

/**
 * JSON Lines, one object a record: what the record's line says, its own hash, and under `fields` the disclosed values in the place of
 * the digests. A field that is hidden is not there.
 */
export function recordsAsJsonLines(records: readonly DisclosedRecord[]): string {
  return records
    .map(({ record, hash, shown }) => `${asciiJson({ ...record, format: FORMAT, hash, fields: shown })}\n`)
    .join("");
}
