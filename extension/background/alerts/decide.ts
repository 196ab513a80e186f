import { VERDICTS, type Verdict } from "../../../src/detection/verdict.ts";
import type { AlertLevel } from "../../settings/settings.ts";

/** What an alert depends on. */
export interface Situation {
  readonly verdict: Verdict;
  /** Whether a page of our own can stand in the place of this one, with nothing lost. */
  readonly replaceable: boolean;
  /** Whether the window is private, or not known. */
  readonly isPrivate: boolean;
  readonly level: AlertLevel;
  /** Whether the user has gone on to this host under this key in this session. */
  readonly allowed: boolean;
  /** The worst that a notification has told today on this network; null when none has. */
  readonly notified: Verdict | null;
}

export interface Decision {
  readonly notify: boolean;
  /** Put the warning in the place of the page. */
  readonly warn: boolean;
  /** Let nothing more go to this host. */
  readonly block: boolean;
  /** Stop the default targets before the request, for as long as this network lasts. */
  readonly stopTargets: boolean;
}

/**
 * Which alerts follow from a verdict, beside the badge. A system's store keeps notifications, so private windows give none. Until the
 * user has gone on to a host, every visit to it shows the warning: leaving it allows nothing.
 */
export function decide({ verdict, replaceable, isPrivate, level, allowed, notified }: Situation): Decision {
  const intercepted = verdict === "intercepted";
  const isNews = notified === null || VERDICTS.indexOf(verdict) < VERDICTS.indexOf(notified);
  return {
    notify: (intercepted || verdict === "suspected") && !isPrivate && isNews,
    warn: intercepted && level !== "badge" && replaceable && !allowed,
    block: intercepted && level === "block" && !allowed,
    stopTargets: intercepted && level === "block",
  };
}
