import type { FieldName, Fields } from "./field.ts";

/** Which other fields must be shown for one to be shown, because it leads to them. */
const LEADS_TO: Partial<Record<FieldName, readonly FieldName[]>> = {
  day: ["month"],
  hour: ["day"],
  time: ["hour"],
  last: ["day"],
  site: ["host"],
  address: ["host"],
  // A certificate names the key that signed it, and was most often valid from a day not long before.
  leaf: ["host", "day", "key"],
  issuers: ["key"],
  offered: ["key"],
  // Rules speak of hosts, earlier days and what the user calls a key.
  findings: ["host", "day", "authority", "key"],
};

/** A key that is the leaf's own leads to the host, and so does the authority that lists it. */
const OF_A_LEAF: readonly FieldName[] = ["authority", "key"];

/**
 * Of the fields that are to be shown those that lead to nothing hidden: hiding a host hides its certificate, address and reasons too,
 * hiding a day its hours.
 * @param fields the record's values, as many as are known.
 * @param isPublic whether the record's line itself names the key, so that nothing leads to it any more.
 */
export function shownFields(
  chosen: ReadonlySet<FieldName>,
  fields: Partial<Fields>,
  isPublic: boolean,
): ReadonlySet<FieldName> {
  const names = [...chosen].filter((name) => name in fields);
  return new Set(names.filter((name) => hiddenBehind(name, chosen, fields, isPublic).length === 0));
}

/** The hidden fields that a field leads to, by whatever way, and on account of which it is hidden too; the rest as in `shownFields`. */
export function hiddenBehind(
  name: FieldName,
  chosen: ReadonlySet<FieldName>,
  fields: Partial<Fields>,
  isPublic: boolean,
): readonly FieldName[] {
  const reached = new Set<FieldName>([name]);
  // A Set is walked in the order of insertion, additions included.
  for (const each of reached) {
    for (const led of leadsTo(each, fields)) if (led in fields) reached.add(led);
  }
  return [...reached].filter((led) => !chosen.has(led) && !(isPublic && OF_A_LEAF.includes(led)));
}

function leadsTo(name: FieldName, fields: Partial<Fields>): readonly FieldName[] {
  if (fields.key?.isLeaf && OF_A_LEAF.includes(name)) return ["host"];
  // What was made just now says by its own dates when that was.
  const wasMadeThen = name === "leaf" && fields.findings?.some(({ reason }) => reason === "made-just-now");
  return [...(LEADS_TO[name] ?? []), ...(wasMadeThen ? (["time"] as const) : [])];
}
