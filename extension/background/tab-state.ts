import * as v from "valibot";
import { VERDICTS, type Verdict, worstVerdict } from "../../src/detection/verdict.ts";
import type { HostView } from "../messages.ts";
import { hostOf, type Place } from "./place.ts";

/** What is kept of one host of a visit. */
export type HostRecord = Omit<HostView, "isPage" | "authority">;

/** One page in a tab, from its request to the next page. */
export interface Visit {
  /** Identifier of the page's own request; null when the page came without one, as from the back-forward cache. */
  readonly request: string | null;
  /** Scheme with its colon, host and port; the path is nobody's business. */
  readonly origin: { readonly scheme: string; readonly host: string | null; readonly port: string };
  /** True from the moment the browser refused the page until the error page it puts there is committed. */
  readonly awaitsErrorPage: boolean;
  /** By `hostKey`. */
  readonly hosts: Readonly<Record<string, HostRecord>>;
}

/** A tab: the page it shows, and the one it may show next, which may still turn out to be a download. */
export interface TabState {
  readonly current: Visit | null;
  readonly pending: Visit | null;
}

export const EMPTY_TAB: TabState = { current: null, pending: null };

/** A page was asked for, or its request was sent on to another URL. */
export function withRequest(state: TabState, request: string, url: string): TabState {
  const hosts = state.pending?.request === request ? state.pending.hosts : {};
  return { ...state, pending: { request, origin: originOf(url), awaitsErrorPage: false, hosts } };
}

/** The tab now shows this URL. A page that was not asked for over the network begins with nothing known. */
export function withCommit({ current, pending }: TabState, url: string): TabState {
  const origin = originOf(url);
  if (pending && sameOrigin(pending.origin, origin)) return { current: pending, pending: null };
  // Firefox commits its error page under the URL that was refused.
  const isErrorPage = current?.awaitsErrorPage && sameOrigin(current.origin, origin);
  if (isErrorPage) return { current: { ...current, awaitsErrorPage: false }, pending: null };
  return { current: { request: null, origin, awaitsErrorPage: false, hosts: {} }, pending: null };
}

/**
 * The state with one more record, attributed by its place; the same object when the place belongs to no page of the tab. A page that was
 * refused is shown at once: the browser puts its error page there.
 */
export function withRecord(state: TabState, place: Place, record: HostRecord): TabState {
  const { current, pending } = state;
  if (place.part === "resource") {
    const foreign = place.documentHost !== null && place.documentHost !== current?.origin.host;
    return current && !foreign ? { ...state, current: addHost(current, record) } : state;
  }
  const isFor = (visit: Visit) => place.request === null || visit.request === place.request;
  if (pending && isFor(pending)) {
    const visit = addHost(pending, record);
    if (record.outcome !== "stopped") return { ...state, pending: visit };
    return { current: { ...visit, awaitsErrorPage: true }, pending: null };
  }
  return current && isFor(current) ? { ...state, current: addHost(current, record) } : state;
}

/**
 * The worst over all hosts of a visit; `not-inspected` without one, and also where nothing was found on other hosts but the page's own
 * was never seen.
 */
export function visitVerdict(visit: Visit | null): Verdict {
  const records = Object.values(visit?.hosts ?? {});
  const worst = worstVerdict(records.map(verdictOf));
  const own = records.filter(({ host }) => host === visit?.origin.host);
  return worst === "nothing-found" ? worstVerdict(own.map(verdictOf)) : worst;
}

/** Of two records about one host's page connections the worse stays; a newer probe replaces an older one. */
function addHost(visit: Visit, record: HostRecord): Visit {
  const key = hostKey(record);
  const known = visit.hosts[key];
  if (known && record.connection === "page" && badness(record) > badness(known)) return visit;
  return { ...visit, hosts: { ...visit.hosts, [key]: record } };
}

const verdictOf = ({ assessment }: HostRecord) => assessment.verdict;
const badness = (record: HostRecord) => VERDICTS.indexOf(verdictOf(record));

/** A host's page connections and the probes made of it are kept apart. */
const hostKey = ({ host, connection }: HostRecord) => `${connection} ${host}`;

function originOf(url: string): Visit["origin"] {
  const parsed = URL.parse(url);
  return { scheme: parsed?.protocol ?? "", host: hostOf(url), port: parsed?.port ?? "" };
}

function sameOrigin(a: Visit["origin"], b: Visit["origin"]): boolean {
  return a.scheme === b.scheme && a.host === b.host && a.port === b.port;
}

const VisitShape = v.object({
  request: v.nullable(v.string()),
  origin: v.object({ scheme: v.string(), host: v.nullable(v.string()), port: v.string() }),
  awaitsErrorPage: v.boolean(),
  hosts: v.record(v.string(), v.object({ host: v.string(), assessment: v.object({ verdict: v.picklist(VERDICTS) }) })),
});

/** The outline of a stored tab. The details of a record were written by this very browser session and are not taken apart further. */
const TabStateShape = v.object({ current: v.nullable(VisitShape), pending: v.nullable(VisitShape) });

/** Whether a stored value is a tab's state. */
export function isTabState(value: unknown): value is TabState {
  return v.is(TabStateShape, value);
}
