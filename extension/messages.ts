import * as v from "valibot";
import type { Assessment } from "../src/detection/assessment.ts";
import type { Observation, Source, UnseenReason } from "../src/detection/observation.ts";
import type { Verdict } from "../src/detection/verdict.ts";

const TabId = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Everything that pages and background say to each other. */
export const Message = v.variant("type", [
  /** A page asks what is known of a tab; answered with a `PageView`. */
  v.strictObject({ type: v.literal("get-page"), tabId: TabId }),
  /** A page asks for Inspect of the tab's own host; answered with a `PageView` when done. */
  v.strictObject({ type: v.literal("inspect"), tabId: TabId }),
  /** The background tells open pages that a tab's view is out of date; not answered. */
  v.strictObject({ type: v.literal("page-changed"), tabId: TabId }),
]);
export type Message = v.InferOutput<typeof Message>;

/** What is known of the page in a tab. */
export interface PageView {
  readonly tabId: number;
  /** What the badge shows: the verdict on the first of `hosts`. */
  readonly verdict: Verdict;
  /**
   * The one that decides the verdict first, then the others: the page's own, then worst first. Empty for pages without a connection. A
   * host has an entry for the page's connections and another for a probe, when both say something.
   */
  readonly hosts: readonly HostView[];
  /** Why nothing is known when `hosts` is empty; null otherwise. */
  readonly unseen: UnseenReason | null;
  /** Whether Inspect can be offered: `available`; `absent`: this browser or package has none; `not-for-this-page`: no https host, or one that the browser refused. */
  readonly inspect: "available" | "absent" | "not-for-this-page";
  /** The day on which the watchlist's facts were last collected, such as "2026-11-21". */
  readonly listDate: string;
}

/** What is known of one host that the page touched. */
export interface HostView {
  readonly host: string;
  /** True for the document in the address bar, false for what it loads. */
  readonly isPage: boolean;
  readonly connection: Observation["connection"];
  readonly basis: Observation["basis"];
  readonly outcome: Observation["outcome"];
  readonly source: Source;
  /** Why no certificate was seen; null when one was, or the browser stopped the connection. */
  readonly unseen: UnseenReason | null;
  /** The browser's own name of its refusal, for example "ERR_CERT_AUTHORITY_INVALID"; null when it refused nothing. */
  readonly errorCode: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly assessment: Assessment;
}
