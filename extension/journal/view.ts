import { EVERYTHING, type Filter } from "./filter.ts";
import { LATEST_FIRST, type Order } from "./order.ts";

/** What of the records the reader has chosen to look at. */
export interface View {
  readonly filter: Filter;
  readonly order: Order;
  /** Counted from 1. */
  readonly page: number;
  /** The last day of the chart, "2026-11-22"; null: the last with a record. */
  readonly lastDay: string | null;
}

export const FIRST_VIEW: View = { filter: EVERYTHING, order: LATEST_FIRST, page: 1, lastDay: null };
