import * as v from "valibot";
import type { Assessment } from "../src/detection/assessment.ts";
import type { RootAnswer } from "../src/detection/memory.ts";
import type { Observation, Source, UnseenReason } from "../src/detection/observation.ts";
import type { Verdict } from "../src/detection/verdict.ts";
import { OwnEntry, OwnIdentity, type OwnSubject } from "../src/watchlist/own-entry.ts";
import { MOST_OWN_ENTRIES } from "../src/watchlist/own-list.ts";
import type { OwnListFault } from "../src/watchlist/own-list-error.ts";

const TabId = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Everything that pages and background say to each other. */
export const Message = v.variant("type", [
  /** A page asks what is known of a tab; answered with a `PageView`. */
  v.strictObject({ type: v.literal("get-page"), tabId: TabId }),
  /** A page asks for Inspect of the tab's own host; answered with a `PageView` when done. */
  v.strictObject({ type: v.literal("inspect"), tabId: TabId }),
  /** A page says what the user answered about an added root, by its key (SPKI SHA-256, hex); answered with a `PageView`. */
  v.strictObject({
    type: v.literal("answer-root"),
    tabId: TabId,
    rootKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    answer: v.picklist(["software", "work-or-school", "told-to", "unknown"]),
  }),
  /** The background tells open pages that a tab's view is out of date; not answered. */
  v.strictObject({ type: v.literal("page-changed"), tabId: TabId }),
  /** A page asks for the user's own list; answered with an `OwnListView`. */
  v.strictObject({ type: v.literal("get-own-list") }),
  /** A page has entries added that the user chose; public roots only when the user confirmed it. Answered with an `OwnListAnswer`. */
  v.strictObject({
    type: v.literal("add-own-entries"),
    entries: v.pipe(v.array(OwnEntry), v.maxLength(MOST_OWN_ENTRIES)),
    publicConfirmed: v.boolean(),
  }),
  /** A page has an entry removed; answered with an `OwnListAnswer`. */
  v.strictObject({ type: v.literal("remove-own-entry"), entry: OwnIdentity }),
  /** A page has a stored list removed that cannot be read; answered with an `OwnListAnswer`. */
  v.strictObject({ type: v.literal("discard-unreadable-own-list") }),
  /** The background tells open pages that the own list is another now; not answered. */
  v.strictObject({ type: v.literal("own-list-changed") }),
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
  /** True for a connection of the page just before, which sent the tab on by itself. */
  readonly isBefore: boolean;
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
  /** Who put the added root there, as the user answered; null without an answer or such a root. */
  readonly rootAnswer: RootAnswer | null;
  /** The root of the chain, where the user could watch it; null when no root was seen, or the project lists it already. */
  readonly root: RootView | null;
}

export interface RootView {
  readonly subject: OwnSubject;
  /** Whether a public programme ships or shipped it, so that most sites would be marked. */
  readonly isPublic: boolean;
  /** What the user calls it; null when it is not in the own list. */
  readonly ownName: string | null;
}

/** The user's own list. */
export interface OwnListView {
  readonly entries: readonly OwnEntry[];
  /** Why the stored list cannot be used; null when it can. Nothing can be added then. */
  readonly unreadable: UnreadableOwnList | null;
}

export interface UnreadableOwnList {
  /** `storage`: the browser did not give it out. */
  readonly fault: OwnListFault | "storage";
  /** Where in the list. */
  readonly at: string;
  /** What is stored, as JSON; null when the browser did not give it out. */
  readonly stored: string | null;
}

/** What became of a change. `refused`: nothing was changed. `public-roots`: nothing was changed until the user confirms these. */
export type OwnListAnswer =
  | { readonly outcome: "stored"; readonly added: number; readonly known: number; readonly view: OwnListView }
  | { readonly outcome: "public-roots"; readonly names: readonly string[] }
  | { readonly outcome: "refused"; readonly fault: OwnListFault | "storage" | "unreadable"; readonly at: string };
