import type { DisclosedRecord } from "./disclosed.ts";

/** The authority that a record's verdict rests on, wherever the record says it; null when it names none or hides it. */
export function authorityOf({ record, shown }: DisclosedRecord): string | null {
  return shown.authority ?? ("authority" in record ? record.authority : null);
}

/** SHA-256 of the matched key or that of the added root, hex, wherever the record says it; null when there is none or it is hidden. */
export function keyOf({ record, shown }: DisclosedRecord): string | null {
  return shown.key?.spkiSha256 ?? ("key" in record ? record.key : null);
}
