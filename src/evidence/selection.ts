import type { DisclosedRecord } from "./disclosed.ts";
import { FIELDS_OF, type FieldName, type Fields } from "./field.ts";
import type { OpenRecord } from "./open-record.ts";
import type { FormedRecord } from "./record.ts";
import { shownFields } from "./redact.ts";

/** What is to leave: the records to disclose by their numbers, and of each the fields to show. */
export interface Choice {
  readonly records: ReadonlyMap<number, ReadonlySet<FieldName>>;
  /** Whether the lines of all other records go along undisclosed, so that nobody can say some were left out. */
  readonly withChain: boolean;
}

/** The fields that two of the ready choices show; the third, one record without the chain, shows everything of it. */
export const READY_FIELDS = {
  /** Verdicts, keys, month. */
  publish: new Set<FieldName>(["month", "authority", "key"]),
  newsroom: new Set<FieldName>(Object.values(FIELDS_OF).flat()),
} as const;

/** The choice of these fields for all of these records, with the chain. */
export function choiceOf(records: readonly FormedRecord[], fields: ReadonlySet<FieldName>): Choice {
  return { records: new Map(records.map(({ seq }) => [seq, fields])), withChain: true };
}

/** The choice of one record with everything in it, without the chain. */
export const singleChoice = (seq: number): Choice => ({
  records: new Map([[seq, READY_FIELDS.newsroom]]),
  withChain: false,
});

/** What leaves, by a choice. */
export interface Selection {
  /** The lines that are written, in order. */
  readonly lines: readonly string[];
  /** The disclosures that are written, in the order of the records, then of their fields. */
  readonly disclosures: readonly string[];
  /** One for every line. */
  readonly records: readonly DisclosedRecord[];
}

/**
 * What leaves when this is chosen: of the chosen fields those that lead to nothing hidden.
 * @param records the whole journal, in order.
 */
export function select(records: readonly OpenRecord[], choice: Choice): Selection {
  const shownOf = records.map(({ formed, record, fields }) =>
    shownFields(choice.records.get(formed.seq) ?? new Set(), fields, "key" in record && record.key !== null),
  );
  const hidden = hiddenNames(records, shownOf, ["host", "site"]);
  const hiddenLeaves = hiddenNames(records, shownOf, ["leaf"]);
  const numbers = new Map<string, number>();
  const disclosures: string[] = [];
  const disclosed = records.flatMap(({ formed, record, fields }, index): DisclosedRecord[] => {
    const isChosen = choice.records.has(formed.seq);
    if (!isChosen && !choice.withChain) return [];
    const names: readonly FieldName[] = FIELDS_OF[record.kind];
    const shown = names.filter(
      (name) =>
        shownOf[index]?.has(name) &&
        !(name === "findings" && speaksOf(fields.findings, hidden)) &&
        // A server may send its own certificate, or that of another host, once more among those above it.
        !(name === "issuers" && fields.issuers?.some((issuer) => hiddenLeaves.has(issuer))),
    );
    disclosures.push(...shown.map((name) => formed.disclosures[names.indexOf(name)] ?? ""));
    const { host } = fields;
    const isHidden = isChosen && host != null && !shown.includes("host");
    if (isHidden && !numbers.has(host)) numbers.set(host, numbers.size + 1);
    return [
      {
        record,
        line: formed.line,
        hash: formed.hash,
        shown: Object.fromEntries(shown.map((name) => [name, fields[name]])),
        hiddenHost: isHidden ? (numbers.get(host) ?? null) : null,
      },
    ];
  });
  return { lines: disclosed.map(({ line }) => line), disclosures, records: disclosed };
}

/** What these fields of all records hold and nothing shows: one record may speak of what another hides, such as a host. */
function hiddenNames(
  records: readonly OpenRecord[],
  shownOf: readonly ReadonlySet<FieldName>[],
  names: readonly ("host" | "site" | "leaf")[],
): ReadonlySet<string> {
  const shown = new Set<string>();
  const hidden = new Set<string>();
  for (const [index, { fields }] of records.entries()) {
    for (const name of names) {
      const value = fields[name];
      if (value != null) (shownOf[index]?.has(name) ? shown : hidden).add(value);
    }
  }
  return new Set([...hidden].filter((name) => !shown.has(name)));
}

function speaksOf(findings: Fields["findings"] | undefined, hidden: ReadonlySet<string>): boolean {
  return findings?.some(({ details }) => details.some((detail) => hidden.has(detail))) ?? false;
}
