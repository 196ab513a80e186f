import * as v from "valibot";
import type { RootAnswer } from "../../src/detection/memory.ts";
import { addedRootKey, reconsider } from "../../src/detection/reconsider.ts";
import { VERDICTS, type Verdict } from "../../src/detection/verdict.ts";
import type { HostView } from "../messages.ts";
import { Offer } from "./offer.ts";
import { hostOf, type Place } from "./place.ts";

/** What is kept of one host of a visit. */
export interface HostRecord extends Omit<HostView, "isPage" | "root" | "rootAnswer" | "quietedBy"> {
  /** SubjectPublicKeyInfo of the root, DER in base64, so that the user can choose to watch it; null when no root was seen. */
  readonly rootKey: string | null;
  /** Whether the tab's own document came from there, or something that it loads, which may be another port of the same host. */
  readonly part: Place["part"];
}

/** One page in a tab, from its request to the next page. */
export interface Visit {
  /** Identifier of the page's own request; null when the page came without one, as from the back-forward cache. */
  readonly request: string | null;
  /** How the page was asked for, such as "GET"; absent without a request. */
  readonly method?: string;
  /** Scheme with its colon, host and port; the path is nobody's business. */
  readonly origin: { readonly scheme: string; readonly host: string | null; readonly port: string };
  /** True from the moment the page failed until the error page that the browser puts there is committed. */
  readonly awaitsErrorPage: boolean;
  /** By `hostKey`. */
  readonly hosts: Readonly<Record<string, HostRecord>>;
}

/** A tab: the page it shows, and the one it may show next, which may still turn out to be a download. */
export interface TabState {
  readonly current: Visit | null;
  readonly pending: Visit | null;
  /** The certificate that the page offered, or whose place our page about it has taken; absent without one. */
  readonly offer?: Offer;
}

export const EMPTY_TAB: TabState = { current: null, pending: null };

/** A page was asked for, or its request was sent on to another URL. */
export function withRequest(state: TabState, request: string, url: string, method = "GET"): TabState {
  const { pending } = state;
  // Firefox may tell of a request later than of its failure.
  if (pending?.awaitsErrorPage && sameOrigin(pending.origin, originOf(url))) return state;
  const hosts = pending?.request === request ? pending.hosts : {};
  return { ...state, pending: { request, method, origin: originOf(url), awaitsErrorPage: false, hosts } };
}

/** The tab now shows this URL. A page that was not asked for over the network begins with nothing known. */
export function withCommit({ pending }: TabState, url: string): TabState {
  const origin = originOf(url);
  if (pending && sameOrigin(pending.origin, origin)) {
    return { current: { ...pending, awaitsErrorPage: false }, pending: null };
  }
  return { current: { request: null, origin, awaitsErrorPage: false, hosts: {} }, pending: null };
}

/** The tab now shows our warning in the place of this URL, and goes on telling what was found there. */
export function withWarning(url: string, record: HostRecord | null): TabState {
  const origin = originOf(url);
  const hosts = record?.host === origin.host ? { [hostKey(record)]: record } : {};
  return { current: { request: null, origin, awaitsErrorPage: false, hosts }, pending: null };
}

/**
 * This URL did not open: the browser shows its error page in its place.
 * @param willCommit whether the browser will commit that as if it were the page, as Firefox does and Chrome does not.
 */
export function withErrorPage(state: TabState, url: string, willCommit: boolean): TabState {
  const { pending } = state;
  const origin = originOf(url);
  // The event of the request itself may come earlier or later than that of its failure.
  const asked = pending && sameOrigin(pending.origin, origin) ? pending : { request: null, hosts: {} };
  const failed = { ...asked, origin, awaitsErrorPage: willCommit };
  // Until it is committed the tab shows the page before, which may be one that was found to be intercepted.
  return willCommit ? { ...state, pending: failed } : { current: failed, pending: null };
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

/** The state with one more record, attributed by its place; the same object when the place belongs to no page of the tab. */
export function withRecord(state: TabState, place: Place, record: HostRecord): TabState {
  const { current, pending } = state;
  if (place.part === "resource") {
    const foreign = place.documentHost !== null && place.documentHost !== current?.origin.host;
    return current && !foreign ? { ...state, current: addHost(current, record) } : state;
  }
  if (pending?.request === place.request) return { ...state, pending: addHost(pending, record) };
  return current?.request === place.request ? { ...state, current: addHost(current, record) } : state;
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

/** From here on a verdict is no reason to look at another host than the page's own. */
const FIRST_QUIET = VERDICTS.indexOf("nothing-found");

/** "The browser did not show it" is no news any more when a probe has shown it. */
function isReplacedByProbe(record: HostRecord, all: readonly HostRecord[]): boolean {
  const isAboutIt = ({ host, connection }: HostRecord) => host === record.host && connection === "probe";
  return record.connection === "page" && record.basis === "none" && all.some(isAboutIt);
}

/** A page can make as many connections as it likes; beyond these, only hosts with one of the worst verdicts are kept. */
const MOST_HOSTS = 200;
const WORTH_KEEPING = VERDICTS.indexOf("suspected");

/** Of two records about one host's page connections the worse stays; a newer probe replaces an older one. */
function addHost(visit: Visit, record: HostRecord): Visit {
  const key = hostKey(record);
  const known = visit.hosts[key];
  if (known && record.connection === "page" && badness(record) > badness(known)) return visit;
  if (!known && badness(record) > WORTH_KEEPING && Object.keys(visit.hosts).length >= MOST_HOSTS) return visit;
  return { ...visit, hosts: { ...visit.hosts, [key]: record } };
}

const badness = ({ assessment }: HostRecord) => VERDICTS.indexOf(assessment.verdict);

/** The document's own connections, those of what it loads, and probes are kept apart. */
const hostKey = ({ host, part, connection }: HostRecord) => `${part} ${connection} ${host}`;

function originOf(url: string): Visit["origin"] {
  const parsed = URL.parse(url);
  return { scheme: parsed?.protocol ?? "", host: hostOf(url), port: parsed?.port ?? "" };
}

function sameOrigin(a: Visit["origin"], b: Visit["origin"]): boolean {
  return a.scheme === b.scheme && a.host === b.host && a.port === b.port;
}

const RecordShape = v.object({ host: v.string(), assessment: v.object({ verdict: v.picklist(VERDICTS) }) });

/** Whether a stored value is a record that this browser session wrote. */
export function isHostRecord(value: unknown): value is HostRecord {
  return v.is(RecordShape, value);
}

const VisitShape = v.object({
  request: v.nullable(v.string()),
  method: v.optional(v.string()),
  origin: v.object({ scheme: v.string(), host: v.nullable(v.string()), port: v.string() }),
  awaitsErrorPage: v.boolean(),
  hosts: v.record(v.string(), RecordShape),
});

/** The outline of a stored tab. The details of a record were written by this very browser session and are not taken apart further. */
const TabStateShape = v.object({
  current: v.nullable(VisitShape),
  pending: v.nullable(VisitShape),
  offer: v.optional(Offer),
});

/** Whether a stored value is a tab's state. */
export function isTabState(value: unknown): value is TabState {
  return v.is(TabStateShape, value);
}
