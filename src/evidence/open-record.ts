import { parseDisclosure } from "./disclosure.ts";
import type { Fields } from "./field.ts";
import { type FormedRecord, parseRecord, type RecordLine } from "./record.ts";

/** A record of one's own journal with everything in it. */
export interface OpenRecord {
  readonly formed: FormedRecord;
  readonly record: RecordLine;
  /** All of its fields. */
  readonly fields: Partial<Fields>;
}

/** Reads a stored record. @throws EvidenceError when its lines are none. */
export function openRecord(formed: FormedRecord): OpenRecord {
  const at = `record ${formed.seq}`;
  const fields = formed.disclosures.map((line) => parseDisclosure(line, at));
  return {
    formed,
    record: parseRecord(formed.line, at),
    fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  };
}
