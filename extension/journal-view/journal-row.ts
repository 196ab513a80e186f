import type { Verdict } from "../../src/detection/verdict.ts";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import { type OpenRecord, openRecord } from "../../src/evidence/open-record.ts";
import type { FormedRecord, RecordLine } from "../../src/evidence/record.ts";
import { hashLines } from "../../src/evidence/verify/hash-lines.ts";

/** A record of the journal as the page speaks of it. */
export type JournalRow = OpenRecord;

/** Reads a stored record. @throws EvidenceError when its lines are none, or not those that were recorded. */
export function journalRow(formed: FormedRecord): JournalRow {
  const opened = openRecord(formed);
  const { record, fields } = opened;
  const [hash, ...digests] = hashLines([formed, ...formed.disclosures.map((line) => ({ line }))]);
  const recorded = Object.entries(record.fields);
  const isAsRecorded =
    recorded.length === digests.length &&
    recorded.every(([name, digest], index) => name in fields && digest === digests[index]);
  if (record.seq !== formed.seq || hash !== formed.hash || !isAsRecorded)
    throw new EvidenceError(`record ${formed.seq}`, "changed-record");
  return opened;
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
