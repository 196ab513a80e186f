import type { Entry } from "../../extension/journal-view/entry.ts";

/** An entry of the journal, of a connection to "site.example" that was intercepted unless it says otherwise. */
export function entry(seq: number, said: Partial<Entry> = {}): Entry {
  return {
    seq,
    kind: "connection",
    verdict: "intercepted",
    at: null,
    day: "2026-11-20",
    host: "site.example",
    site: "site.example",
    authority: null,
    of: null,
    count: 1,
    last: null,
    ...said,
  };
}

/** An entry of a record that counts another. */
export const counting = (seq: number, of: number, count: number, last: number): Entry =>
  entry(seq, { kind: "count", verdict: null, host: null, site: null, of, count, last });

/** The numbers of some entries. */
export const numbers = (entries: readonly Entry[]): readonly number[] => entries.map(({ seq }) => seq);
