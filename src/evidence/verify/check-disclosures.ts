import type { DisclosedRecord } from "../disclosed.ts";
import { type Disclosure, disclosureOf, parseFormed } from "../disclosure.ts";
import type { FieldName, Fields } from "../field.ts";
import type { ReadRecord } from "./check-chain.ts";
import type { PlacedLine } from "./lines.ts";
import type { Findings } from "./verification.ts";

interface Place {
  /** Index of the record. */
  readonly index: number;
  readonly name: FieldName;
  /** Of the field among all fields of all records. */
  readonly order: number;
}

/** Gives each disclosure to the one field whose digest it has, and tells those that have none, or come twice or out of order. */
export function checkDisclosures(
  records: readonly ReadRecord[],
  lines: readonly PlacedLine[],
  found: Findings,
): DisclosedRecord[] {
  const places = placesOf(records, found);
  const shown = records.map((): Partial<Fields> => ({}));
  let last = -1;
  for (const { line, at, hash } of lines) {
    const place = places.get(hash);
    const fields = place && shown[place.index];
    if (!fields) {
      found.problem("stray-disclosure", at);
      continue;
    }
    if (place.name in fields) found.problem("second-disclosure", at, place.name);
    else if (place.order < last) found.problem("disclosure-order", at);
    last = place.order;
    const disclosure = readDisclosure(line, at, found);
    if (disclosure?.name === place.name) disclose(fields, disclosure);
    else if (disclosure) found.problem("contradiction", at, "names-other-field", disclosure.name, place.name);
  }
  return records.map(({ record, line, hash }, index) => ({
    ...{ record, line, hash },
    shown: shown[index] ?? {},
    hiddenHost: null,
  }));
}

function disclose<Name extends FieldName>(
  fields: Partial<Fields>,
  { name, value }: { readonly name: Name; readonly value: Fields[Name] },
): void {
  fields[name] = value;
}

function placesOf(records: readonly ReadRecord[], found: Findings): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let order = 0;
  for (const [index, { record, at }] of records.entries()) {
    for (const [name, digest] of Object.entries(record.fields)) {
      if (places.has(digest)) found.problem("contradiction", at, "shared-digest", name);
      places.set(digest, { index, name: name as FieldName, order: order++ });
    }
  }
  return places;
}

function readDisclosure(line: string, at: string, found: Findings): Disclosure | null {
  try {
    return disclosureOf(parseFormed(line, at), at);
  } catch (error) {
    found.wrongForm(error);
    return null;
  }
}
