import * as v from "valibot";
import { SESSION_PREFIX, TALLY_PREFIX } from "../../journal-store/session-keys.ts";
import { Position, TallyRow } from "../../journal-store/stored.ts";
import type { Addition } from "./journal-store.ts";
import { withoutCounts } from "./tally.ts";

/** What is to be counted once that journal has a new head: the two cannot be written in one go. */
export const INTENT_KEY = `${SESSION_PREFIX}intent`;
export const Intent = v.strictObject({
  head: Position.entries.head,
  tally: v.array(TallyRow),
  closed: v.array(v.string()),
  at: v.nullable(v.number()),
});

/** `at`: when a record was written elsewhere, milliseconds since 1970; null when none was. */
export type Counts = Pick<Addition, "tally" | "closed" | "certificates"> & { readonly at: number | null };

/** A row that is closed is first written over, so that it goes in the very call that tells its count, and removed only then. */
export const tallyRows = ({ tally, closed }: Pick<Addition, "tally" | "closed">) =>
  Object.fromEntries([
    ...tally.map((row) => [TALLY_PREFIX + row.id, row] as const),
    ...closed.map((id) => [TALLY_PREFIX + id, null] as const),
  ]);

/** How much of the share a row takes, in bytes and about: the same whatever it has counted. 0 for none. */
export const sizeOfRow = (row: unknown) => (v.is(TallyRow, row) ? JSON.stringify(withoutCounts(row)).length : 0);

/** The sum of some sizes. */
export const sumOf = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);
