import { hostOf } from "../../src/detection/host-of.ts";
import { VERDICTS, type Verdict } from "../../src/detection/verdict.ts";
import type { HostView } from "../views/page-view.ts";

/** What is kept of one host of a visit. */
export interface HostRecord extends Omit<HostView, "isPage" | "isBefore" | "root" | "rootAnswer" | "quietedBy"> {
  /** SubjectPublicKeyInfo of the root, DER in base64, so that the user can choose to watch it; null when no root was seen. */
  readonly rootKey: string | null;
  /**
   * Whether the tab's own document came from there, or something that it loads, which may be another port of the same host; or the page
   * just before it, which sent the tab on by itself.
   */
  readonly part: "page" | "resource" | "before";
}

/** One page in a tab, from its request to the next page. */
export interface Visit {
  /** Ours, and no other visit's. */
  readonly id: string;
  /** Identifier of the page's own request; null when the page came without one, as from the back-forward cache. */
  readonly request: string | null;
  /** How the page was asked for, such as "GET"; absent without a request. */
  readonly method?: string;
  /** The browser's identifier of the document that is shown; null before, and where the browser gives none. */
  readonly document: string | null;
  /** Firefox: the container it is in, private windows being one; null where the browser does not say so. */
  readonly store: string | null;
  /** When it was asked for, and from the commit on when it was shown: milliseconds since 1970. */
  readonly at: number;
  /** Whether the page before asked for it, by a script or a link, rather than the user or the browser. */
  readonly sentOn: boolean;
  /** Scheme with its colon, host and port; the path is nobody's business. */
  readonly origin: { readonly scheme: string; readonly host: string | null; readonly port: string };
  /** True from the moment the page failed until the error page that the browser puts there is committed. */
  readonly awaitsErrorPage: boolean;
  /** By `hostKey`. */
  readonly hosts: Readonly<Record<string, HostRecord>>;
}

/** A visit of which nothing is known but where it leads. */
export function newVisit(url: string, known: Partial<Visit> = {}): Visit {
  return {
    id: crypto.randomUUID(),
    request: null,
    document: null,
    store: null,
    at: 0,
    sentOn: false,
    awaitsErrorPage: false,
    hosts: {},
    ...known,
    origin: originOf(url),
  };
}

/** A page can make as many connections as it likes; beyond these, only hosts with one of the worst verdicts are kept. */
const MOST_HOSTS = 200;
const LAST_ALARM = VERDICTS.indexOf("suspected");

/** Of two records about one host's page connections the worse stays; a newer probe replaces an older one. */
export function addHost(visit: Visit, record: HostRecord): Visit {
  const key = hostKey(record);
  const known = visit.hosts[key];
  if (known && record.connection === "page" && badness(record) > badness(known)) return visit;
  if (!known && !isAlarm(record) && Object.keys(visit.hosts).length >= MOST_HOSTS) return visit;
  return { ...visit, hosts: { ...visit.hosts, [key]: record } };
}

/** What is kept of a visit that gave way: of what the page loaded, only where something was found. */
export function keptOf(visit: Visit): Visit {
  const kept = Object.entries(visit.hosts).filter(
    ([, record]) => record.part !== "resource" || badness(record) < FIRST_QUIET,
  );
  return { ...visit, hosts: Object.fromEntries(kept) };
}

/** A page that stayed longer was not there only to send the tab on, in milliseconds. */
const JUST_BEFORE = 10_000;

/** The visit with the alarms of the page before it, when that sent the tab on by itself and soon, so that nobody could have read them. */
export function afterAlarms(visit: Visit, before: Visit | null, at: number): Visit {
  if (!before || !visit.sentOn || at - before.at > JUST_BEFORE) return visit;
  const alarms = Object.values(before.hosts).filter(isAlarm);
  return alarms.map((record): HostRecord => ({ ...record, part: "before" })).reduce(addHost, visit);
}

/** How bad a record is: the lower the worse. */
export const badness = ({ assessment }: HostRecord) => VERDICTS.indexOf(assessment.verdict);

/** From here on a verdict is no reason to look at another host than the page's own. */
export const FIRST_QUIET = VERDICTS.indexOf("nothing-found");

/** Whether a verdict cannot wait, and is kept whatever else there is. */
export const isAlarming = (verdict: Verdict) => VERDICTS.indexOf(verdict) <= LAST_ALARM;
const isAlarm = ({ assessment }: HostRecord) => isAlarming(assessment.verdict);

/** The document's own connections, those of what it loads, and probes are kept apart. */
const hostKey = ({ host, part, connection }: HostRecord) => `${part} ${connection} ${host}`;

export function originOf(url: string): Visit["origin"] {
  const parsed = URL.parse(url);
  return { scheme: parsed?.protocol ?? "", host: hostOf(url), port: parsed?.port ?? "" };
}

export function sameOrigin(a: Visit["origin"], b: Visit["origin"]): boolean {
  return a.scheme === b.scheme && a.host === b.host && a.port === b.port;
}
