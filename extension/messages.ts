import * as v from "valibot";
import type { Assessment } from "../src/detection/assessment.ts";
import type { RootAnswer } from "../src/detection/memory.ts";
import type { Observation, Source, UnseenReason } from "../src/detection/observation.ts";
import type { Verdict } from "../src/detection/verdict.ts";
import { OwnEntry, OwnIdentity, type OwnSubject } from "../src/watchlist/own-entry.ts";
import { MOST_OWN_ENTRIES } from "../src/watchlist/own-list.ts";
import type { OwnListFault } from "../src/watchlist/own-list-error.ts";
import { Quiet } from "./quiet.ts";
import { ALERT_LEVELS, type AlertLevel, WatchedHost } from "./settings.ts";

const TabId = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The name of the port over which a page has a network checked; the check ends with the port. */
export const CHECK_PORT = "check-network";

/** More hosts than this are not checked at once. */
export const MOST_CHECKED = 20;

/** What can be checked: a DNS name in lower case, with a port where it is not the usual one. */
export const CheckTarget = v.pipe(
  v.string(),
  v.maxLength(260),
  v.regex(/^(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*\.[a-z][a-z0-9-]{1,62}(:[1-9]\d{0,4})?$/),
);

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
  /** Our page about an offered certificate has it let through once in a tab; answered with a `PageView`. */
  v.strictObject({ type: v.literal("let-offer-through"), tabId: TabId }),
  /** A page has the memory of roots and hosts emptied; answered with true when it is. The user's answers about roots stay. */
  v.strictObject({ type: v.literal("forget-memory") }),
  /** A page has switches set; answered with the `Settings` as they are then. */
  v.strictObject({
    type: v.literal("set-switches"),
    switches: v.strictObject({
      memory: v.exactOptional(v.boolean()),
      watchForMe: v.exactOptional(v.boolean()),
      watchWithBar: v.exactOptional(v.boolean()),
    }),
  }),
  /** A page has a host watched, or no more; answered with the `Settings` as they are then. */
  v.strictObject({ type: v.literal("watch-host"), host: WatchedHost, isWatched: v.boolean() }),
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
  /** Over `CHECK_PORT`, and once: a page has hosts checked on the user's press; answered with `CheckNews`. */
  v.strictObject({
    type: v.literal("check-network"),
    targets: v.pipe(v.array(CheckTarget), v.minLength(1), v.maxLength(MOST_CHECKED)),
    /** Whether the press was made in, or for, a private window. */
    inPrivate: v.boolean(),
  }),
  /** The warning page asks what it stands for, by the name in its address; answered with a `WarningView`, or null when it is out of date. */
  v.strictObject({ type: v.literal("get-warning"), id: v.string() }),
  /** The user goes on to the site behind a warning: its tab is sent there. Answered with true when that has begun. */
  v.strictObject({ type: v.literal("go-on"), id: v.string() }),
  /** A page asks for the settings and lists of the alerts; answered with an `AlertsView`, as are the four below. */
  v.strictObject({ type: v.literal("get-alerts") }),
  v.strictObject({ type: v.literal("set-alert-level"), level: v.picklist(ALERT_LEVELS) }),
  /** Lets requests to a host, or to a default target, pass again. */
  v.strictObject({ type: v.literal("let-through"), host: v.string() }),
  /** Lets something that was quieted speak again. */
  v.strictObject({ type: v.literal("unquiet"), entry: Quiet }),
  /** Quiets something that was found on the page of a tab. */
  v.strictObject({ type: v.literal("quiet"), tabId: TabId, entry: Quiet }),
  /** The background tells open pages that the own list is another now; not answered. */
  v.strictObject({ type: v.literal("own-list-changed") }),
]);
export type Message = v.InferOutput<typeof Message>;

/** How a check goes on. */
export type CheckNews =
  | { readonly type: "begun"; readonly target: string }
  /** A frame of this URL is to be loaded until the target is checked. */
  | { readonly type: "frame"; readonly target: string; readonly url: string }
  /** It may come again, when what was seen of other hosts puts this one in another light. */
  | { readonly type: "checked"; readonly target: string; readonly view: HostView }
  /** `out-of-time`: not every target was asked; `incomplete`: not of every one could it be said what it means. */
  | { readonly type: "ended"; readonly ending: "complete" | "out-of-time" | "incomplete" };

/** What is known of the page in a tab. */
export interface PageView {
  readonly tabId: number;
  /** The verdict on the first of `hosts`, which the badge shows unless the user has quieted it. */
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
  /** The certificate that the page offered; null when it offered none. */
  readonly offer: OfferView | null;
  /** Whether a page of ours that names what was found here may open: from a private window Chrome opens it in a normal one, and in its history. */
  readonly mayOpenPages: boolean;
  /** The day on which the watchlist's facts were last collected, such as "2026-11-21". */
  readonly listDate: string;
}

/** A certificate that a site sent in the place of a page. */
export interface OfferView {
  /** Of the file. */
  readonly url: string;
  readonly host: string;
  /** Whether the browser was kept from taking it, so that it can still be let through. */
  readonly isHeld: boolean;
  /** False when it was the answer to a form: asking again would send the form again. */
  readonly canBeReadAgain: boolean;
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
  /** By what the user has quieted this; null when it speaks. */
  readonly quietedBy: Quiet | null;
}

export interface RootView {
  readonly subject: OwnSubject;
  /** Whether a public programme ships or shipped it, so that most sites would be marked. */
  readonly isPublic: boolean;
  /** What the user calls it; null when it is not in the own list. */
  readonly ownName: string | null;
}

/** What the warning page is told. */
export interface WarningView {
  /** The site in the place of which it stands. */
  readonly host: string;
  /** What was seen there; null when it was stopped before anything could be seen. */
  readonly seen: HostView | null;
  /** Why nothing was sent this time: the host is blocked, or it is one of the default targets; null when the page itself was asked for. */
  readonly stopped: BlockView["kind"] | null;
  /** Identifier of the authority whose key was met; null where none is named. */
  readonly authority: string | null;
  /** How many steps back in the tab's history the page before lies. */
  readonly steps: number;
}

/** What is set about alerts, and what follows from it now. */
export interface AlertsView {
  readonly level: AlertLevel;
  readonly stopped: readonly BlockView[];
  readonly quiet: readonly Quiet[];
}

/** A host to which nothing goes until the user lets it. */
export interface BlockView {
  /** `target`: one of the default targets, with everything below it, for as long as this network lasts. */
  readonly kind: "host" | "target";
  readonly host: string;
  readonly authority: string | null;
  /** Milliseconds since 1970; null for a target. */
  readonly at: number | null;
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
