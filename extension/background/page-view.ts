import type { Watchlist } from "../../src/watchlist/watchlist.ts";
import type { HostView, PageView } from "../messages.ts";
import { isOwn, rankedRecords, type TabState, type Visit, visitVerdict } from "./tab-state.ts";

/** What the popup is told of a tab. */
export function pageView(tabId: number, { current }: TabState, watchlist: Watchlist, canInspect: boolean): PageView {
  const hosts = rankedRecords(current).map((record): HostView => {
    const { part: _, ...shown } = record;
    return { ...shown, isPage: isOwn(current, record) };
  });
  return {
    tabId,
    verdict: visitVerdict(current),
    hosts,
    unseen: hosts.length > 0 ? null : "browser-page",
    inspect: !canInspect ? "absent" : inspectableOrigin(current) === null ? "not-for-this-page" : "available",
    listDate: watchlist.date,
  };
}

/** The origin that Inspect can ask for a page; null without https, and where the browser refused, because it would refuse again. */
export function inspectableOrigin(visit: Visit | null): string | null {
  const refused = Object.values(visit?.hosts ?? {}).some(
    (record) => isOwn(visit, record) && record.connection === "page" && record.outcome === "stopped",
  );
  if (refused || visit?.origin.scheme !== "https:" || visit.origin.host === null) return null;
  const { host, port } = visit.origin;
  return `https://${host.includes(":") ? `[${host}]` : host}${port === "" ? "" : `:${port}`}`;
}
