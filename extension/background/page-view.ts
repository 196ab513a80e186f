import { VERDICTS } from "../../src/detection/verdict.ts";
import type { Watchlist } from "../../src/watchlist/watchlist.ts";
import type { HostView, PageView } from "../messages.ts";
import { type HostRecord, type TabState, type Visit, visitVerdict } from "./tab-state.ts";

/** What the popup is told of a tab. */
export function pageView(tabId: number, { current }: TabState, watchlist: Watchlist, canInspect: boolean): PageView {
  const isPage = ({ host }: HostRecord) => host === current?.origin.host;
  const hosts = Object.values(current?.hosts ?? {})
    .filter((record, _, all) => !isReplacedByProbe(record, all))
    .toSorted((a, b) => Number(isPage(b)) - Number(isPage(a)) || badness(a) - badness(b))
    .map((record): HostView => {
      const { authority } = record.assessment;
      return {
        ...record,
        isPage: isPage(record),
        authority: authority === null ? null : watchlist.authority(authority),
      };
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
    ({ host, outcome }) => host === visit?.origin.host && outcome === "stopped",
  );
  if (refused) return null;
  if (visit?.origin.scheme !== "https:" || visit.origin.host === null) return null;
  const { host, port } = visit.origin;
  return `https://${host.includes(":") ? `[${host}]` : host}${port === "" ? "" : `:${port}`}`;
}

/** "Chrome did not show it" is no news any more when a probe has shown it. */
function isReplacedByProbe(record: HostRecord, all: readonly HostRecord[]): boolean {
  const isProbeOfIt = ({ host, connection, basis }: HostRecord) =>
    host === record.host && connection === "probe" && basis !== "none";
  return record.connection === "page" && record.basis === "none" && all.some(isProbeOfIt);
}

const badness = ({ assessment }: HostRecord) => VERDICTS.indexOf(assessment.verdict);
