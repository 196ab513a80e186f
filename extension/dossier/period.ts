/** The dates between which something happened; null where one is not known or, for `to`, not reached. */
export interface Dated {
  /** A day, month or year, such as "2019-07-17", "2019-07" or "2019". */
  readonly from: string | null;
  readonly to: string | null;
}

/** How a period is told, and the dates that belong in the sentence. */
export interface Period {
  readonly kind: "at" | "range" | "since" | "until" | "unknown";
  readonly dates: readonly string[];
}

/** When something happened; `since` means that it lasts. */
export function periodOf({ from, to }: Dated): Period {
  if (from === null && to === null) return { kind: "unknown", dates: [] };
  if (from === null || to === null) {
    return from === null ? { kind: "until", dates: [to as string] } : { kind: "since", dates: [from] };
  }
  return from === to ? { kind: "at", dates: [from] } : { kind: "range", dates: [from, to] };
}

/**
 * The years that several events span, as dates of their own: from the first date known to the last one. It lasts only where no event
 * has an end: that browsers go on blocking a key does not mean that its use goes on.
 */
export function yearsOf(events: readonly Dated[]): Dated {
  const years = events
    .flatMap(({ from, to }) => [from, to])
    .filter((date) => date !== null)
    .map((date) => date.slice(0, 4))
    .sort();
  return { from: years[0] ?? null, to: events.every(({ to }) => to === null) ? null : (years.at(-1) ?? null) };
}
