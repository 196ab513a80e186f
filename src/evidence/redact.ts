import type { FieldName, Fields } from "./field.ts";

/** Which other fields must be shown for one to be shown, because it leads to them. */
const LEADS_TO: Partial<Record<FieldName, readonly FieldName[]>> = {
  day: ["month"],
  hour: ["day"],
  time: ["hour"],
  last: ["hour"],
  site: ["host"],
  address: ["host"],
  leaf: ["host"],
  // Rules speak of hosts, earlier days and what the user calls a key.
  findings: ["host", "day", "authority", "key"],
};

/** A key that is the leaf's own leads to the host, and so does the authority that lists it. */
const OF_A_LEAF: readonly FieldName[] = ["authority", "key"];

/**
 * Of the fields that are to be shown those that lead to nothing hidden: hiding a host hides its certificate, address and reasons too,
 * hiding a day its hours.
 * @param fields the record's values, as many as are known.
 */
export function shownFields(chosen: ReadonlySet<FieldName>, fields: Partial<Fields>): ReadonlySet<FieldName> {
  const leadsTo = (name: FieldName): readonly FieldName[] =>
    fields.key?.isLeaf && OF_A_LEAF.includes(name) ? ["host"] : (LEADS_TO[name] ?? []);
  const isShown = (name: FieldName): boolean =>
    chosen.has(name) && leadsTo(name).every((led) => !(led in fields) || isShown(led));
  return new Set([...chosen].filter((name) => name in fields && isShown(name)));
}
