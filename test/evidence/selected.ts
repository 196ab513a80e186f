import { openRecord } from "../../src/evidence/open-record.ts";
import type { FormedRecord } from "../../src/evidence/record.ts";
import { type Choice, type Selection, select } from "../../src/evidence/selection.ts";

/** What of a stored journal leaves by a choice. */
export const selected = (records: readonly FormedRecord[], choice: Choice): Selection =>
  select(records.map(openRecord), choice);
