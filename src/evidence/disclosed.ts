import type { Fields } from "./field.ts";
import type { RecordLine } from "./record.ts";

/** A record as its reader has it: the line everyone may read, and of its fields those that are disclosed. */
export interface DisclosedRecord {
  readonly record: RecordLine;
  /** The exact line. */
  readonly line: string;
  /** `lineHash` of it. */
  readonly hash: string;
  /** Empty for a record of which only the line goes along, so that the chain stays whole. */
  readonly shown: Partial<Fields>;
  /**
   * Which of the hidden hosts its host is, counted from 1 over the whole export; null where the host is shown, where there is none, and
   * for whoever has the record from a bundle and so cannot tell one hidden host from another.
   */
  readonly hiddenHost: number | null;
}
