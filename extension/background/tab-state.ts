import * as v from "valibot";
import type { RootAnswer } from "../../src/detection/memory.ts";
import { addedRootKey, reconsider } from "../../src/detection/reconsider.ts";
import { VERDICTS, type Verdict } from "../../src/detection/verdict.ts";
import { Offer } from "./offer.ts";
import type { Place, Worker } from "./place.ts";
import {
  addHost,
  afterAlarms,
  badness,
  FIRST_QUIET,
  type HostRecord,
  keptOf,
  newVisit,
  originOf,
  sameOrigin,
  type Visit,
} from "./visit.ts";

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

/** A page was asked for, or its request was sent on to another URL. */
export function withRequest(state: TabState, request: string, url: string, asked: Asked = {}): TabState {
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

/**
 * The records of a visit, the one that decides its verdict first: the page's own host, unless something was found on another that is
 * worse. Then the page's own, then worst first. What a page's connections did not show is left out once a probe has shown it.
 */
export function rankedRecords(visit: Visit | null): HostRecord[] {
  const records = Object.values(visit?.hosts ?? {});
  const isPage = (record: HostRecord) => isOwn(visit, record);
  const ranked = records
    .filter((record) => !isReplacedByProbe(record, records))
    .toSorted((a, b) => Number(isPage(b)) - Number(isPage(a)) || badness(a) - badness(b));
  // That the browser refused something the page loads is told, but nothing was sent, and it says nothing about the page.
  const decisive = ranked.filter((record) => record.part === "page" || record.outcome !== "stopped");
  const worst = decisive.toSorted((a, b) => badness(a) - badness(b))[0];
  if (!worst || badness(worst) >= FIRST_QUIET) return ranked;
  return [worst, ...ranked.filter((record) => record !== worst)];
}

/** The verdict on a visit; `not-inspected` without one, and where only other hosts than the page's own were seen and nothing found. */
export function visitVerdict(visit: Visit | null): Verdict {
  const [first] = rankedRecords(visit);
  const speaks = first && (isOwn(visit, first) || badness(first) < FIRST_QUIET);
  return speaks ? first.assessment.verdict : "not-inspected";
}

/**
 * What the toolbar icon says of a visit: its verdict, unless the user has quieted what that rests on; then the worst that was not
 * quieted, if anything, and otherwise `silent`.
 */
export function loudVerdict(
  visit: Visit | null,
  isQuieted: (record: HostRecord) => boolean,
): { readonly verdict: Verdict; readonly silent: boolean } {
  const [first] = rankedRecords(visit);
  const verdict = visitVerdict(visit);
  if (!visit || !first || !isQuieted(first)) return { verdict, silent: false };
  const others = Object.entries(visit.hosts).filter(([, record]) => !isQuieted(record));
  const loud = visitVerdict({ ...visit, hosts: Object.fromEntries(others) });
  return VERDICTS.indexOf(loud) < FIRST_QUIET ? { verdict: loud, silent: false } : { verdict, silent: true };
}

/** Whether a record is of the very document that the address bar names, not of a redirect to it or of what it loads. */
export function isOwn(visit: Visit | null, { part, host }: HostRecord): boolean {
  return part === "page" && host === visit?.origin.host;
}

/** "The browser did not show it" is no news any more when a probe has shown it. */
function isReplacedByProbe(record: HostRecord, all: readonly HostRecord[]): boolean {
  const isAboutIt = ({ host, connection }: HostRecord) => host === record.host && connection === "probe";
  return record.connection === "page" && record.basis === "none" && all.some(isAboutIt);
}

const RecordShape = v.object({ host: v.string(), assessment: v.object({ verdict: v.picklist(VERDICTS) }) });

/** Whether a stored value is a record that this browser session wrote. */
export function isHostRecord(value: unknown): value is HostRecord {
  return v.is(RecordShape, value);
}

const VisitShape = v.object({
  id: v.string(),
  request: v.nullable(v.string()),
  method: v.optional(v.string()),
  document: v.nullable(v.string()),
  store: v.nullable(v.string()),
  at: v.number(),
  sentOn: v.boolean(),
  origin: v.object({ scheme: v.string(), host: v.nullable(v.string()), port: v.string() }),
  awaitsErrorPage: v.boolean(),
  hosts: v.record(v.string(), RecordShape),
});

/** The outline of a stored tab. The details of a record were written by this very browser session and are not taken apart further. */
const TabStateShape = v.object({
  current: v.nullable(VisitShape),
  pending: v.nullable(VisitShape),
  past: v.array(VisitShape),
  offer: v.optional(Offer),
});

/** Whether a stored value is a tab's state. */
export function isTabState(value: unknown): value is TabState {
  return v.is(TabStateShape, value);
}
