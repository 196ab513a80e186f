import type { Verdict } from "../../src/detection/verdict.ts";
import { FIELDS_OF, type RecordKind } from "../../src/evidence/field.ts";
import type { Entry } from "../journal-view/entry.ts";

/** The kinds of records, as they can be chosen. */
export const KINDS = Object.keys(FIELDS_OF) as readonly RecordKind[];

/** Which records are shown. */
export interface Filter {
  /** Null: whatever was found. */
  readonly verdict: Verdict | null;
  /** Null: all but those that only count others, which are shown with them. */
  readonly kind: RecordKind | null;
  /** A part of a site's or an authority's name, in whatever case. */
  readonly text: string;
  /** The first and the last day, "2026-11-22"; empty: without an end. */
  readonly from: string;
  readonly to: string;
}

export const EVERYTHING: Filter = { verdict: null, kind: null, text: "", from: "", to: "" };

/** Whether a filter hides anything that would be shown without it. */
export const isNarrow = (filter: Filter): boolean =>
  (Object.keys(EVERYTHING) as (keyof Filter)[]).some((part) => filter[part] !== EVERYTHING[part]);

/** The entries that a filter lets through, in their order. @param nameOf gives what a reader knows an authority as. */
export function filtered(entries: readonly Entry[], filter: Filter, nameOf: (authority: string) => string): Entry[] {
  const { verdict, kind, from, to } = filter;
  const text = filter.text.trim().toLowerCase();
  const names = new Map<string, boolean>();
  const isNamed = (authority: string) => {
    const known = names.get(authority) ?? nameOf(authority).toLowerCase().includes(text);
    names.set(authority, known);
    return known;
  };
  return entries.filter(
    (entry) =>
      (kind === null ? entry.kind !== "count" : entry.kind === kind) &&
      (verdict === null || entry.verdict === verdict) &&
      (from === "" || entry.day >= from) &&
      (to === "" || entry.day <= to) &&
      (text === "" ||
        entry.host?.toLowerCase().includes(text) ||
        entry.site?.toLowerCase().includes(text) ||
        (entry.authority !== null && isNamed(entry.authority))),
  );
}
