import * as v from "valibot";
import { VERDICTS } from "../src/detection/verdict.ts";
import { OwnEntry, OwnIdentity } from "../src/watchlist/own-entry.ts";
import { MOST_OWN_ENTRIES } from "../src/watchlist/own-list.ts";
import { NetworkLabel } from "./network-label.ts";
import { Look } from "./settings/look.ts";
import { Quiet } from "./settings/quiet.ts";
import { ALERT_LEVELS, KeepingChanges, Recipient, WatchedHost } from "./settings/settings.ts";
import type { HostView } from "./views/page-view.ts";

const TabId = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The name of the port over which a page has a network checked; the check ends with the port. */
export const CHECK_PORT = "check-network";

/** More hosts than this are not checked at once. */
export const MOST_CHECKED = 20;

/** More certificates than this are not kept of one offered file. */
export const MOST_OFFERED = 20;

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
  /** A page asks what the browser does not do for Rootwatch now; answered with a list of `Failure`. */
  v.strictObject({ type: v.literal("get-failures") }),
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
  /** A page has the language or the theme of all pages set; answered as the one above. */
  v.strictObject({ type: v.literal("set-look"), look: Look }),
  /** A page has a host watched, or no more; answered with the `Settings` as they are then. */
  v.strictObject({ type: v.literal("watch-host"), host: WatchedHost, isWatched: v.boolean() }),
  /** Keeps someone to whom files are encrypted, or keeps them no longer; answered as the three above. */
  v.strictObject({ type: v.literal("keep-recipient"), entry: Recipient, isKept: v.boolean() }),
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
  /** A page changes what is kept, and how; answered, as the others about the journal, with whether that could be done. */
  v.strictObject({ type: v.literal("choose-keeping"), changes: KeepingChanges }),
  /** Takes the journal of this browser session to the disk. */
  v.strictObject({ type: v.literal("keep-session") }),
  /** Appends what was counted aside: to be asked before an export. */
  v.strictObject({ type: v.literal("close-journal-day") }),
  /** Answered with the `Head` of the journal, its day closed; null without a record, and when it cannot be read. */
  v.strictObject({ type: v.literal("seal-journal") }),
  /** Deletes everything about the journal, and the network checks. */
  v.strictObject({ type: v.literal("wipe-journal") }),
  /** The user has seen what went wrong with the journal. */
  v.strictObject({ type: v.literal("dismiss-journal-trouble") }),
  /** What the user says of the network that the device is on, for the records from now on. */
  v.strictObject({ type: v.literal("label-network"), label: NetworkLabel }),
  /** The certificates that the user had read from the offered file of a tab, DER in base64. */
  v.strictObject({
    type: v.literal("keep-offered"),
    tabId: TabId,
    certificates: v.pipe(v.array(v.pipe(v.string(), v.base64())), v.minLength(1), v.maxLength(MOST_OFFERED)),
  }),
  /**
   * Our page for drills has its own tab tell this verdict, or for null that a certificate is offered, by made-up certificates: DER in
   * base64, leaf and root. Answered with whether the tab does.
   */
  v.strictObject({
    type: v.literal("drill"),
    verdict: v.nullable(v.picklist(VERDICTS)),
    certificates: v.pipe(v.array(v.pipe(v.string(), v.base64())), v.minLength(1), v.maxLength(2)),
  }),
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
