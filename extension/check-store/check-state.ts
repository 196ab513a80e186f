import type { CheckNews } from "../messages.ts";
import type { HostView } from "../views/page-view.ts";

/** What became of a check. `background-gone`: the background was ended by the browser before it was done. */
export type Ending = Extract<CheckNews, { type: "ended" }>["ending"] | "cancelled" | "background-gone";

/** One of the hosts of a check. */
export interface CheckedHost {
  /** As in `CheckTarget`. */
  readonly target: string;
  readonly progress: "waiting" | "asking" | "checked";
  /** The address that is to be loaded in a frame for as long as the host is asked; null mostly. */
  readonly frame: string | null;
  /** Null until something is known. */
  readonly view: HostView | null;
}

/** A check under way, or one that has ended. */
export interface Check {
  readonly id: string;
  /** When it began, milliseconds since 1970. */
  readonly at: number;
  readonly hosts: readonly CheckedHost[];
  /** Null while it goes on. */
  readonly ending: Ending | null;
}

/** A check of which nothing is known yet. */
export function newCheck(targets: readonly string[]): Check {
  const hosts = targets.map((target): CheckedHost => ({ target, progress: "waiting", frame: null, view: null }));
  return { id: crypto.randomUUID(), at: Date.now(), hosts, ending: null };
}

/** The check with what the background tells of it. What comes after the end is too late. */
export function withNews(check: Check, news: CheckNews): Check {
  if (check.ending !== null) return check;
  switch (news.type) {
    case "begun":
      return withHost(check, news.target, { progress: "asking" });
    case "frame":
      return withHost(check, news.target, { frame: news.url });
    case "checked":
      return withHost(check, news.target, { progress: "checked", frame: null, view: news.view });
    case "ended":
      return withEnding(check, news.ending);
  }
}

/** The check as it ended; the first ending counts. */
export function withEnding(check: Check, ending: Ending): Check {
  if (check.ending !== null) return check;
  return { ...check, ending, hosts: check.hosts.map((host) => ({ ...host, frame: null })) };
}

function withHost(check: Check, target: string, changes: Partial<CheckedHost>): Check {
  return { ...check, hosts: check.hosts.map((host) => (host.target === target ? { ...host, ...changes } : host)) };
}
