import * as v from "valibot";
import { Look } from "./look.ts";

/** More hosts than this are not watched. */
export const MOST_WATCHED = 50;

/** A DNS name without a port. */
export const WatchedHost = v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/));
/** More recipients than this are not kept. */
export const MOST_RECIPIENTS = 50;

/** Someone to whom files are encrypted. */
export const Recipient = v.strictObject({
  /** What the user calls them. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  /** An age recipient, `age1…`. */
  recipient: v.pipe(v.string(), v.regex(/^age1[02-9ac-hj-np-z]{58}$/)),
});
export type Recipient = v.InferOutput<typeof Recipient>;

/** How far an alert about an intercepted connection goes; each level does what the ones before it do. */
export const ALERT_LEVELS = ["badge", "page", "block"] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

/** What is kept of what was found: nothing; until the browser is closed; or on the disk. */
export const KEEPINGS = ["warn-only", "session", "evidence"] as const;

/** For how many days at most, and how much at most, evidence is kept on the disk. */
export const MOST_KEPT_DAYS = 3650;
export const MOST_KEPT_MEGABYTES = 1000;

const between = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const Keeping = v.picklist(KEEPINGS);
export type Keeping = v.InferOutput<typeof Keeping>;
export const KeptDays = between(1, MOST_KEPT_DAYS);
export const KeptMegabytes = between(1, MOST_KEPT_MEGABYTES);
const WriteOnlyTo = v.nullable(Recipient.entries.recipient);

/** What the user changes about what is kept. */
export const KeepingChanges = v.strictObject({
  keeping: v.exactOptional(Keeping),
  keptDays: v.exactOptional(KeptDays),
  keptMegabytes: v.exactOptional(KeptMegabytes),
  writeOnlyTo: v.exactOptional(WriteOnlyTo),
});
export type KeepingChanges = v.InferOutput<typeof KeepingChanges>;

/** The names in a list that are such; what is no name can never be watched. */
const WatchedHosts = v.pipe(
  v.array(v.unknown()),
  v.transform((hosts) => hosts.filter((host) => v.is(WatchedHost, host)).slice(0, MOST_WATCHED)),
);

/** What the user chose. A part that was never chosen, or cannot be read, has its default. */
export const Settings = v.object({
  /** Whether roots and the documented targets are remembered beyond the browser session. */
  memory: v.fallback(v.optional(v.boolean(), true), true),
  /** Whether the chosen hosts are checked when the user opens one of them. */
  watchForMe: v.fallback(v.optional(v.boolean(), false), false),
  /** DNS names in lower case; each stands for the names below it too. */
  watchedHosts: v.fallback(v.optional(WatchedHosts, []), []),
  /** Whether watching may show the bar that Chrome shows while a certificate is read. */
  watchWithBar: v.fallback(v.optional(v.boolean(), false), false),
  /** `badge`: icon and notification; `page`: a warning in the place of the page too; `block`: nothing more goes to that host either. */
  alertLevel: v.fallback(v.optional(v.picklist(ALERT_LEVELS), "page"), "page"),
  /** In which language pages, icon and notifications speak, and how pages are coloured; null: as the browser does. */
  language: v.fallback(v.optional(Look.entries.language.wrapped, null), null),
  theme: v.fallback(v.optional(Look.entries.theme.wrapped, null), null),
  /** To whom exports are encrypted, where the user chooses so. */
  recipients: v.fallback(v.optional(v.pipe(v.array(Recipient), v.maxLength(MOST_RECIPIENTS)), []), []),
  /** What is kept of what was found. */
  keeping: v.fallback(v.optional(Keeping, "session"), "session"),
  /** Records on the disk that are older than so many days are dropped. */
  keptDays: v.fallback(v.optional(KeptDays, 30), 30),
  /** Beyond so many megabytes the oldest records on the disk are dropped. */
  keptMegabytes: v.fallback(v.optional(KeptMegabytes, 50), 50),
  /** To whom what is kept on the disk is encrypted at once, so that this device cannot read it; null when it can. */
  writeOnlyTo: v.fallback(v.optional(WriteOnlyTo, null), null),
});
export type Settings = v.InferOutput<typeof Settings>;
