import { addedRootKey } from "../../src/detection/added-root-key.ts";
import type { RootAnswer } from "../../src/detection/memory.ts";
import { reconsider } from "../../src/detection/reconsider.ts";
import { DRILL_SCHEME, isDrillUrl } from "./drill-address.ts";
import type { Offer } from "./offer.ts";
import type { Place, Worker } from "./place.ts";
import { addHost, afterAlarms, type HostRecord, keptOf, newVisit, originOf, sameOrigin, type Visit } from "./visit.ts";

export type { HostRecord, Visit } from "./visit.ts";

/** A tab: the page it shows, the one it may show next, which may still turn out to be a download, and those it may go back to. */
export interface TabState {
  readonly current: Visit | null;
  readonly pending: Visit | null;
  /** Pages that gave way and may be given back from memory, the last one first. */
  readonly past: readonly Visit[];
  /** The certificate that the page offered, or whose place our page about it has taken; absent without one. */
  readonly offer?: Offer;
}

export const EMPTY_TAB: TabState = { current: null, pending: null, past: [] };

/** Pages further back begin with nothing when they are given back: the session's store is small. */
const MOST_PAST = 4;

/** What the browser says of a request for a page, beyond its URL. */
interface Asked {
  /** Milliseconds since 1970. */
  readonly at?: number;
  /** How, "GET" unless told otherwise. */
  readonly method?: string;
  /** The page that asked for it; absent when the user or the browser did. */
  readonly from?: string | undefined;
  readonly store?: string | undefined;
}

/** A page of a site was asked for, or its request was sent on to another URL; one of ours, or of the browser, changes nothing. */
export function withRequest(state: TabState, request: string, url: string, asked: Asked = {}): TabState {
  // Chrome tells of our warning's own request, and may show the page in whose place it comes for a moment after that.
  if (!/^https?:/.test(url)) return state;
  const { current, pending } = state;
  const { at = 0, method = "GET", from, store = null } = asked;
  // Firefox may tell of a request later than of its failure; another request is another attempt.
  const isLate = pending?.request === null || pending?.request === request;
  if (pending?.awaitsErrorPage && isLate && sameOrigin(pending.origin, originOf(url))) return state;
  if (pending?.request === request) {
    return { ...state, pending: { ...pending, method, origin: originOf(url), awaitsErrorPage: false } };
  }
  const sentOn = from !== undefined && current !== null && sameOrigin(originOf(from), current.origin);
  return { ...state, pending: newVisit(url, { request, method, at, store, sentOn }) };
}

/** What the browser says of a commit, beyond its URL. */
interface Shown {
  /** Milliseconds since 1970. */
  readonly at?: number;
  /** As in `Visit.document`. */
  readonly document?: string | undefined;
}

/**
 * The tab now shows this URL: the page that was asked for, one that is given back from memory, or one that was not asked for over the
 * network and begins with nothing known.
 */
export function withCommit(state: TabState, url: string, { at = 0, document }: Shown = {}): TabState {
  const { current, pending } = state;
  const origin = originOf(url);
  const left = current ? [keptOf(current), ...state.past].slice(0, MOST_PAST) : state.past;
  const back = document === undefined ? undefined : left.find((visit) => visit.document === document);
  if (back) return { current: { ...back, at }, pending: null, past: left.filter((visit) => visit !== back) };
  const shown = { at, document: document ?? null, awaitsErrorPage: false };
  // While the background wakes up, a request can be told of before the commit of the page that was there before it.
  const isLater = pending !== null && pending.at > at;
  if (pending && !isLater && sameOrigin(pending.origin, origin)) {
    return { current: afterAlarms({ ...pending, ...shown }, current, at), pending: null, past: left };
  }
  return { current: newVisit(url, shown), pending: isLater ? pending : null, past: left };
}

/** The tab now shows our warning in the place of this URL, and goes on telling what was found there. */
export function withWarning({ past }: TabState, url: string, record: HostRecord | null): TabState {
  const visit = newVisit(url);
  return { current: record?.host === visit.origin.host ? addHost(visit, record) : visit, pending: null, past };
}

/**
 * This URL did not open: the browser shows its error page in its place.
 * @param willCommit whether the browser will commit that as if it were the page, as Firefox does and Chrome does not.
 */
export function withErrorPage(state: TabState, url: string, willCommit: boolean): TabState {
  const { current, pending, past } = state;
  const origin = originOf(url);
  // The event of the request itself may come earlier or later than that of its failure.
  const asked = pending && sameOrigin(pending.origin, origin) ? pending : newVisit(url);
  const failed = { ...asked, awaitsErrorPage: willCommit };
  // Until it is committed the tab shows the page before, which may be one that was found to be intercepted.
  if (willCommit) return { ...state, pending: failed };
  return { current: failed, pending: null, past: current ? [keptOf(current), ...past].slice(0, MOST_PAST) : past };
}

/**
 * What was asked for turned out to be no page, or was given up for something else that may be on its way already: what was seen of it
 * is told on the page that stays.
 */
export function withAbort(state: TabState): TabState {
  const { current, pending } = state;
  const seen = Object.values(pending?.hosts ?? {});
  return current && seen.length > 0 ? { ...state, current: seen.reduce(addHost, current) } : state;
}

/** Where in a tab's state a record belongs. */
type Slot = "current" | "pending" | number;

/** Which page of the tab something belongs to: a number for one of `past`; null when to none. */
function slotOf({ current, pending, past }: TabState, place: Place): Slot | null {
  if (place.part === "page") {
    if (pending?.request === place.request) return "pending";
    return current?.request === place.request ? "current" : null;
  }
  const { document, documentHost } = place;
  const isOf = (visit: Visit | null) => visit !== null && (documentHost === null || documentHost === visit.origin.host);
  if (document === undefined || current?.document == null) return isOf(current) ? "current" : null;
  if (document === current.document) return "current";
  const before = past.findIndex((visit) => visit.document === document);
  return before < 0 ? null : before;
}

/** The visit that something belongs to, by its place; null when to no page of the tab. */
export function visitAt(state: TabState, place: Place): Visit | null {
  const slot = slotOf(state, place);
  return slot === null ? null : typeof slot === "number" ? (state.past[slot] ?? null) : state[slot];
}

/** The state with one more record, attributed by its place; the same object when the place belongs to no page of the tab. */
export function withRecord(state: TabState, place: Place, record: HostRecord): TabState {
  const [slot, visit] = [slotOf(state, place), visitAt(state, place)];
  if (slot === null || !visit) return state;
  const changed = addHost(visit, record);
  if (typeof slot !== "number") return { ...state, [slot]: changed };
  return { ...state, past: state.past.with(slot, changed) };
}

/** Whether the page that a tab shows is one that a worker serves. */
export function isServedBy({ current }: TabState, { documentHost, store }: Worker): boolean {
  return current?.origin.scheme === "https:" && current.origin.host === documentHost && current.store === store;
}

/** The state with what the user says of a root, on every record that rests on it; the same object when none does. */
export function withAnswer(state: TabState, rootKey: string, answer: RootAnswer): TabState {
  const { current } = state;
  const concerned = Object.entries(current?.hosts ?? {}).filter(
    ([, { assessment }]) => addedRootKey(assessment) === rootKey,
  );
  if (!current || concerned.length === 0) return state;
  const hosts = concerned.map(([key, record]) => [
    key,
    { ...record, assessment: reconsider(record.assessment, answer) },
  ]);
  return { ...state, current: { ...current, hosts: { ...current.hosts, ...Object.fromEntries(hosts) } } };
}

/** Whether what a tab tells is made up. */
export function isDrill({ current, offer }: TabState): boolean {
  return current?.origin.scheme === DRILL_SCHEME || (offer !== undefined && isDrillUrl(offer.url));
}
