import type { Verdict } from "../../src/detection/verdict.ts";
import { parseDisclosure } from "../../src/evidence/disclosure.ts";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import type { Fields } from "../../src/evidence/field.ts";
import { type FormedRecord, parseRecord, type RecordLine } from "../../src/evidence/record.ts";
import { hashLines } from "../../src/evidence/verify/hash-lines.ts";

/** A record of the journal as the page speaks of it. */
export interface JournalRow {
  readonly formed: FormedRecord;
  readonly record: RecordLine;
  /** All of its fields. */
  readonly fields: Partial<Fields>;
}

/** Reads a stored record. @throws EvidenceError when its lines are none, or not those that were recorded. */
export function journalRow(formed: FormedRecord): JournalRow {
  const at = `record ${formed.seq}`;
  const record = parseRecord(formed.line, at);
  const fields = formed.disclosures.map((line) => parseDisclosure(line, at));
  const [hash, ...digests] = hashLines([formed, ...formed.disclosures.map((line) => ({ line }))]);
  const isAsRecorded = fields.every(
    ({ name }, index) => Object.entries(record.fields)[index]?.join() === `${name},${digests[index]}`,
  );
  if (record.seq !== formed.seq || hash !== formed.hash || !isAsRecorded)
    throw new EvidenceError(at, "it was changed after it was recorded");
  return {
    formed,
    record,
    fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  };
}

/** What a record says was found; null for one that only counts another. */
export function verdictOf(record: RecordLine): Verdict | null {
  if (record.kind === "count") return null;
  return record.kind === "added-root" ? "added-root" : record.verdict;
}

/** The rows of each day, the latest day first. */
export function byDay(rows: readonly JournalRow[]): readonly (readonly [day: string, rows: readonly JournalRow[]])[] {
  const days = new Map<string, JournalRow[]>();
  for (const row of rows) {
    const day = row.fields.day ?? "";
    const others = days.get(day);
    if (others) others.push(row);
    else days.set(day, [row]);
  }
  return [...days].sort(([one], [other]) => (one < other ? 1 : -1));
}
