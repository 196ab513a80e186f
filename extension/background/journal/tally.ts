import type { TallyRow } from "../../journal-store/stored.ts";

/** So many different leaves of one host, key and verdict make a record on one day. */
const MOST_LEAVES = 3;

/**
 * So many records of one key and verdict are made on one day: a page can have thousands of hosts opened under the key that it is read with,
 * and must not push out what was recorded before.
 */
const MOST_RECORDS = 200;

/** One time that something was seen. */
export interface Sight {
  /** Of what and on which day, as in `TallyRow`. */
  readonly id: string;
  readonly day: string;
  /** A hash of the leaf; empty where none was seen. */
  readonly leaf: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What becomes of the row when something is seen, and whether that is to be a record. @param next the number of the next record. */
export function withSight(
  row: TallyRow | null,
  { id, day, leaf, at }: Sight,
  next: number,
): { readonly row: TallyRow; readonly isRecord: boolean } {
  const counts = row?.counts ?? [];
  const known = counts.findIndex((each) => each.leaf === leaf);
  const isRecord = known < 0 && counts.length < MOST_LEAVES;
  if (isRecord) {
    return { row: { id, day, root: null, counts: [...counts, { leaf, of: next, count: 0, last: at }] }, isRecord };
  }
  // A fourth leaf is counted with the first.
  return { row: { id, day, root: null, counts: counted(counts, Math.max(known, 0), at) }, isRecord };
}

/**
 * What becomes of the row of a key and verdict when something under them is to be a record, and whether there is room for it; where there
 * is none it is counted with the first. @param next the number of the next record.
 */
export function withRecord(
  row: TallyRow | null,
  { id, day, at }: Sight,
  next: number,
): { readonly row: TallyRow; readonly hasRoom: boolean } {
  const { counts, records = 0 } = row ?? { counts: [{ leaf: "", of: next, count: 0, last: at }] };
  const hasRoom = records < MOST_RECORDS;
  const changed = hasRoom ? { records: records + 1, counts } : { records, counts: counted(counts, 0, at) };
  return { row: { id, day, root: null, ...changed }, hasRoom };
}

/** What becomes of the row of an added root when a connection rests on it; it has a record only when the day is closed. */
export function withRootSight(row: TallyRow | null, { id, day, at }: Sight, root: TallyRow["root"]): TallyRow {
  const counts = row?.counts ?? [{ leaf: "", of: null, count: 0, last: at }];
  return { id, day, root: row?.root ?? root, counts: counted(counts, 0, at) };
}

/** The row once records tell what it counts. */
export function withoutCounts(row: TallyRow): TallyRow {
  return { ...row, counts: row.counts.map((each) => ({ ...each, count: 0 })) };
}

function counted(counts: TallyRow["counts"], which: number, at: number): TallyRow["counts"] {
  return counts.map((each, index) => (index === which ? { ...each, count: each.count + 1, last: at } : each));
}
