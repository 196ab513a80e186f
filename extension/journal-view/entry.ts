import type { Verdict } from "../../src/detection/verdict.ts";
import type { RecordKind } from "../../src/evidence/field.ts";
import { type JournalRow, verdictOf } from "./journal-row.ts";

/** What the list and the chart need of a record. */
export interface Entry {
  readonly seq: number;
  readonly kind: RecordKind;
  /** Null for a record that only counts another. */
  readonly verdict: Verdict | null;
  /** When it was seen, milliseconds since 1970; null where a record has a day alone. */
  readonly at: number | null;
  /** "2026-11-22", where the reader is; in UTC where a record has a day alone. */
  readonly day: string;
  readonly host: string | null;
  /** Of the page that was open. */
  readonly site: string | null;
  /** Identifier of the authority. */
  readonly authority: string | null;
  /** Of a record that only counts another, the number of that one. */
  readonly of: number | null;
  /** How many connections an added root's record stands for, or how many times more another was seen; 1 for everything else. */
  readonly count: number;
  /** Of a record that only counts another, when that was seen last, milliseconds since 1970. */
  readonly last: number | null;
}

/** The entry for a record. */
export function entryOf({ record, fields }: JournalRow): Entry {
  const at = fields.time === undefined ? null : Date.parse(fields.time);
  return {
    seq: record.seq,
    kind: record.kind,
    verdict: verdictOf(record),
    at,
    day: at === null ? (fields.day ?? "") : localDay(at),
    host: fields.host ?? null,
    site: fields.site ?? null,
    authority: fields.authority ?? ("authority" in record ? record.authority : null),
    of: record.kind === "count" ? record.of : null,
    count: fields.count ?? 1,
    last: fields.last === undefined ? null : Date.parse(fields.last),
  };
}

/** The day of a moment where the device is, "2026-11-22". */
function localDay(milliseconds: number): string {
  const moment = new Date(milliseconds);
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${moment.getFullYear()}-${month}-${day}`;
}
