import type { Fields } from "./field.ts";
import type { RecordLine } from "./record.ts";

/** A record as its reader has it: the line everyone may read, and of its fields those that are disclosed. */
export interface DisclosedRecord {
  readonly record: RecordLine;
  /** The exact line. */
  readonly line: string;
  /** `lineHash` of it. */
  readonly hash: string;
  readonly shown: Partial<Fields>;
}
