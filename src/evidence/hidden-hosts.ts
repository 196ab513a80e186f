import type { DisclosedRecord } from "./disclosed.ts";

/**
 * Numbers, from 1 in the order of the records, for those whose host is hidden, by record number. Each has a number of its own: whether two
 * of them are of one host is hidden too.
 */
export function numberHiddenHosts(records: readonly DisclosedRecord[]): ReadonlyMap<number, number> {
  const hidden = records.filter(({ record, shown }) => "host" in record.fields && shown.host === undefined);
  return new Map(hidden.map(({ record }, index) => [record.seq, index + 1]));
}
