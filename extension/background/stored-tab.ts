import * as v from "valibot";
import { VERDICTS } from "../../src/detection/verdict.ts";
import { Offer } from "./offer.ts";
import type { TabState } from "./tab-state.ts";
import type { HostRecord } from "./visit.ts";

const RecordShape = v.object({ host: v.string(), assessment: v.object({ verdict: v.picklist(VERDICTS) }) });

/** Whether a stored value is a record that this browser session wrote. */
export function isHostRecord(value: unknown): value is HostRecord {
  return v.is(RecordShape, value);
}

const VisitShape = v.object({
  id: v.string(),
  request: v.nullable(v.string()),
  method: v.optional(v.string()),
  document: v.nullable(v.string()),
  store: v.nullable(v.string()),
  at: v.number(),
  sentOn: v.boolean(),
  origin: v.object({ scheme: v.string(), host: v.nullable(v.string()), port: v.string() }),
  awaitsErrorPage: v.boolean(),
  hosts: v.record(v.string(), RecordShape),
});

/** The outline of a stored tab. The details of a record were written by this very browser session and are not taken apart further. */
const TabStateShape = v.object({
  current: v.nullable(VisitShape),
  pending: v.nullable(VisitShape),
  past: v.array(VisitShape),
  offer: v.optional(Offer),
});

/** Whether a stored value is a tab's state. */
export function isTabState(value: unknown): value is TabState {
  return v.is(TabStateShape, value);
}
