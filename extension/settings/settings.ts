import * as v from "valibot";

/** More hosts than this are not watched. */
export const MOST_WATCHED = 50;

/** A DNS name without a port. */
export const WatchedHost = v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/));

/** How far an alert about an intercepted connection goes; each level does what the ones before it do. */
export const ALERT_LEVELS = ["badge", "page", "block"] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

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
});
export type Settings = v.InferOutput<typeof Settings>;
