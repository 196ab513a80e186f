import { addedRootKey } from "../../src/detection/added-root-key.ts";
import type { Memory } from "../../src/detection/memory.ts";
import { withinBounds } from "../../src/watchlist/own-entry.ts";
import type { Watchlist } from "../../src/watchlist/watchlist.ts";
import { type Quiet, quietedBy } from "../settings/quiet.ts";
import type { HostView, PageView, RootView } from "../views/page-view.ts";
import { LONGEST_NAME } from "./host-record.ts";
import { offerView } from "./offer.ts";
import { isDrill, type TabState } from "./tab-state.ts";
import type { HostRecord, Visit } from "./visit.ts";
import { isOwn, rankedRecords, visitVerdict } from "./visit-verdict.ts";

/** What else than a tab's state the popup is told: what this package can do, what is known, what the user has said. */
interface Background extends Pick<PageView, "situation" | "trouble" | "failures"> {
  readonly canInspect: boolean;
  readonly mayOpenPages: boolean;
  readonly watchlist: Watchlist;
  readonly answers: Memory["answers"];
  /** What the user has quieted, as far as it counts in this window. */
  readonly quiet: readonly Quiet[];
}

/** What the popup is told of a tab. */
export function pageView(tabId: number, state: TabState, background: Background): PageView {
  const { current } = state;
  const { canInspect, mayOpenPages, watchlist, situation, trouble, failures } = background;
  const hosts = rankedRecords(current).map((record) => hostView(record, isOwn(current, record), background));
  return {
    tabId,
    verdict: visitVerdict(current),
    hosts,
    unseen: hosts.length > 0 ? null : "browser-page",
    inspect: inspectableOrigin(current) === null ? "not-for-this-page" : canInspect ? "available" : "absent",
    offer: offerView(state),
    mayOpenPages,
    listDate: watchlist.date,
    isDrill: isDrill(state),
    situation,
    trouble,
    failures,
  };
}

/** What a page is told of one host. */
export function hostView(
  record: HostRecord,
  isPage: boolean,
  { watchlist, answers, quiet }: Pick<Background, "watchlist" | "answers" | "quiet">,
): HostView {
  const { part, rootKey: _, ...shown } = record;
  const added = addedRootKey(record.assessment);
  return {
    ...shown,
    isPage,
    isBefore: part === "before",
    root: rootView(record, watchlist),
    rootAnswer: (added !== null && answers.get(added)) || null,
    quietedBy: quietedBy(record, quiet),
  };
}

/** The root as the user could watch it. */
function rootView({ rootKey, assessment }: HostRecord, watchlist: Watchlist): RootView | null {
  const root = assessment.certificates.at(-1);
  if (rootKey === null || !root) return null;
  const { sha256, sha1, spkiSha256, subject, subjectKeyId } = root;
  const listed = watchlist.findCertificate(sha256, sha1) ?? watchlist.findKey(spkiSha256);
  if (listed && listed.role !== "own") return null;
  // A name of this length was cut, and is no name any more.
  const name = subject.length < LONGEST_NAME ? subject : null;
  return {
    subject: withinBounds({ sha256, spkiSha256, publicKey: rootKey, subject: name, subjectKeyId }),
    isPublic: watchlist.isPublicRoot(spkiSha256),
    ownName: listed?.name ?? null,
  };
}

/** The origin that Inspect can ask for a page; null without https, and where the browser refused the page or keeps us from it: it would do so again. */
export function inspectableOrigin(visit: Visit | null): string | null {
  const refused = Object.values(visit?.hosts ?? {}).some(
    (record) =>
      isOwn(visit, record) &&
      record.connection === "page" &&
      (record.outcome === "stopped" || record.unseen === "ruled-out"),
  );
  if (refused || visit?.origin.scheme !== "https:" || visit.origin.host === null) return null;
  const { host, port } = visit.origin;
  return `https://${host.includes(":") ? `[${host}]` : host}${port === "" ? "" : `:${port}`}`;
}
