import type { FormedRecord, Head } from "../../../src/evidence/record.ts";
import type { Position, TallyRow } from "../../journal-store/stored.ts";

/** A record to be stored, and the certificates it names, SHA-256 in hex. */
export interface Appended {
  readonly record: FormedRecord;
  readonly names: readonly string[];
}

/** What is stored in one go, or not at all. */
export interface Addition {
  readonly appended: readonly Appended[];
  /** DER by SHA-256 in hex: what the records name, and what the record of an added root will. */
  readonly certificates: ReadonlyMap<string, Uint8Array>;
  /** Rows that take the place of those with their identifiers. */
  readonly tally: readonly TallyRow[];
  /** Identifiers of rows that are done with. */
  readonly closed: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A place where the journal is kept. What it cannot do it rejects, with nothing changed. */
export interface JournalStore {
  position(): Promise<Position>;
  /** What was counted aside of one thing on one day; null when it is new. */
  tallyRow(id: string): Promise<TallyRow | null>;
  /** Everything that is counted aside. */
  tally(): Promise<readonly TallyRow[]>;
  /** DER of a certificate that a record, or a row of the tally, names; null when it is not there. */
  certificate(sha256: string): Promise<Uint8Array | null>;
  /** Stores an addition, if the head is still this one. @returns whether it was. */
  add(after: Head, addition: Addition): Promise<boolean>;
}

/** How large a record is in a store, in bytes and about. */
export function sizeOf({ line, disclosures }: Pick<FormedRecord, "line" | "disclosures">): number {
  return disclosures.reduce((sum, disclosure) => sum + disclosure.length, line.length);
}

/** The browser, or our own share of it, gave no more room. */
export class FullError extends Error {}
