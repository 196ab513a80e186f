import { assess } from "../../src/detection/assess.ts";
import type { Observation } from "../../src/detection/observation.ts";
import type { Offered } from "../../src/evidence/offer.ts";
import type { Watchlist } from "../../src/watchlist/watchlist.ts";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import { firefoxWebRequest } from "../platform/firefox-web-request.ts";
import { quietedBy } from "../settings/quiet.ts";
import type { Alerts } from "./alerts/alerts.ts";
import type { QuietList } from "./alerts/quiet-list.ts";
import { showBadge } from "./badge.ts";
import { isDrillUrl } from "./drill-address.ts";
import { Gathering } from "./gathering.ts";
import { hostRecord } from "./host-record.ts";
import type { Journal, Judged } from "./journal/journal.ts";
import type { Network } from "./memory/network.ts";
import { recall, remember } from "./memory/recall.ts";
import { mayPass, type Offer, type OfferReception, offeringHost } from "./offer.ts";
import type { Place, Worker } from "./place.ts";
import { isDrill, isServedBy, type TabState, visitAt, withErrorPage, withRecord } from "./tab-state.ts";
import type { TabStore } from "./tab-store.ts";
import { badness, FIRST_QUIET, type HostRecord, isAlarming, type Visit } from "./visit.ts";
import { loudVerdict, visitVerdict } from "./visit-verdict.ts";

/** What is done with what was judged. */
interface Parts {
  readonly alerts: Alerts;
  readonly quiet: QuietList;
  readonly journal: Journal;
}

/** Where something was judged, as the journal has it. */
type Occasion = Pick<Judged, "site" | "check">;

/** A connection of our own that belongs to no page and no check. */
const NO_OCCASION: Occasion = { site: null, check: null };

/** Takes observations from the observers, has them judged, and puts the outcome where it belongs: tab, memory, journal, badge, open pages. */
export class Recorder {
  private readonly tabs: TabStore;
  private readonly watchlist: () => Promise<Watchlist>;
  private readonly network: Network;
  private readonly alerts: Alerts;
  private readonly quiet: QuietList;
  private readonly journal: Journal;
  private readonly announcing = new Gathering((tabId) => this.tell(tabId));
  /** Which visits already hold an observation: many requests share one. Losing it costs work, nothing else. */
  private readonly told = new WeakMap<object, Set<string>>();

  /** @param watchlist gives the list as it is now, the user's own entries included. */
  constructor(
    tabs: TabStore,
    watchlist: () => Promise<Watchlist>,
    network: Network,
    { alerts, quiet, journal }: Parts,
  ) {
    this.tabs = tabs;
    this.watchlist = watchlist;
    this.network = network;
    this.alerts = alerts;
    this.quiet = quiet;
    this.journal = journal;
  }

  /**
   * Judges an observation, records it at its place and gives the alerts; what a worker met is told, when it is anything, on every page that
   * it serves. @returns whether a warning takes the place of the page.
   */
  async record(place: Place | Worker, observed: Observation | Promise<Observation>): Promise<boolean> {
    if (place.part === "resource" && !(await this.isNew(place, observed))) return false;
    const observation = await observed;
    if (observation.host === null) return false;
    const inPrivate = place.part === "worker" ? (place.isPrivate ?? true) : await isPrivate(place.tabId);
    const occasion = { site: await this.siteAt(place, observation.host), check: null };
    const part = place.part === "page" ? "page" : "resource";
    const record = await this.judge(observation, inPrivate, part, occasion);
    let warned = false;
    for (const at of place.part === "worker" ? await this.servedBy(place, record) : [place]) {
      warned = (await this.alerts.consider(at, record, inPrivate)) || warned;
      await this.change(at.tabId, (state) => withRecord(state, at, record));
    }
    return warned;
  }

  /**
   * Judges and remembers an observation by a window of this kind; that of a probe belongs to no tab.
   * @param occasion null for what is judged once more later, and goes into the journal then.
   */
  async judge(
    observation: Observation,
    inPrivate: boolean,
    part: HostRecord["part"] = "page",
    occasion: Occasion | null = NO_OCCASION,
  ): Promise<HostRecord> {
    const { network } = this;
    const watchlist = await this.watchlist();
    const assessment = await assess(observation, watchlist, await recall(network, inPrivate, observation.at));
    // A long silence counts as another network, which forgets what was told: first that, then the alerts of this one.
    // What cannot be stored, on a full disk, is told all the same.
    await remember(observation, assessment, { network, watchlist, isPrivate: inPrivate }).catch(() => undefined);
    // Nothing waits for the journal: an alert must not be late, nor a request be held, on its account.
    if (!inPrivate && occasion) void this.journal.keep({ observation, assessment, watchlist, ...occasion });
    return hostRecord(observation.host ?? "", observation, assessment, part);
  }

  /** Notes that a tab shows the browser's error page in the place of this URL, and records why. */
  async recordErrorPage(tabId: number, url: string, observation: Observation): Promise<void> {
    // Before anything is awaited: the commit of the error page follows at once.
    const { after } = await this.tabs.update(tabId, (state) => withErrorPage(state, url, firefoxWebRequest !== null));
    const failed = after.pending ?? after.current;
    await this.record({ tabId, part: "page", request: failed?.request ?? null }, observation);
  }

  /** Changes a tab's state and shows what follows from it for the page that it shows: at once for another page or an alarm. */
  async change(tabId: number, change: (state: TabState) => TabState): Promise<void> {
    const { before, after } = await this.tabs.update(tabId, change, canWait);
    if (after.current === before.current) return;
    if (canWait(before, after)) this.announcing.soon(tabId);
    else await this.announce(tabId);
  }

  /** Shows a tab's verdict on the toolbar icon and to open pages, with what waits to be shown. */
  announce(tabId: number): Promise<void> {
    return this.announcing.now(tabId);
  }

  /** Shows a tab's verdict on the toolbar icon. */
  async show(tabId: number): Promise<void> {
    const state = await this.tabs.get(tabId);
    const { current, offer } = state;
    const entries = await this.quiet.entries(await isPrivate(tabId));
    const { verdict, silent } = loudVerdict(current, (record) => quietedBy(record, entries) !== null);
    await showBadge(tabId, verdict, { silent, isOffered: offer !== undefined, isDrill: isDrill(state) });
  }

  /** Notes an offer on a tab. @returns the tab as it was before. */
  async noteOffer(tabId: number, offer: Offer): Promise<TabState> {
    const { before } = await this.tabs.update(tabId, (state) => ({ ...state, offer }));
    await this.announce(tabId);
    return before;
  }

  /** Records that a tab was offered a certificate, and says what that was to it. */
  async recordOffer(tabId: number, offer: Offer): Promise<OfferReception> {
    const before = await this.noteOffer(tabId, offer);
    void this.keepOffer(tabId, offer, before.current?.origin.host ?? null, null);
    if (mayPass(before, offer)) return "let-through";
    // What a frame offers opens no page of ours, and must not keep one from opening.
    return before.offer?.isInFrame === false ? "another" : "first";
  }

  /** Keeps the offer of a tab in the journal, once more with what was in the file when the user has read it. */
  async keepOffer(tabId: number, offer: Offer, site: string | null, read: Offered["read"]): Promise<void> {
    const host = isDrillUrl(offer.url) ? null : offeringHost(offer);
    if (host !== null && !(await isPrivate(tabId))) await this.journal.keepOffer({ host, at: Date.now(), read }, site);
  }

  /** Host of the page at a place; null where there is none any more. */
  private async siteAt(place: Place | Worker, host: string): Promise<string | null> {
    if (place.part === "page") return host;
    if (place.documentHost !== null || place.part === "worker") return place.documentHost;
    return (await this.tabs.get(place.tabId)).current?.origin.host ?? null;
  }

  private async tell(tabId: number): Promise<void> {
    await this.show(tabId);
    const changed: Message = { type: "page-changed", tabId };
    // It rejects when no page is open to hear it. A page that hangs must keep nobody waiting.
    void browser.runtime.sendMessage(changed).catch(() => null);
  }

  /** False where the page that it belongs to holds it already, or it belongs to none. */
  private async isNew(place: Place, observed: object): Promise<boolean> {
    const visit = visitAt(await this.tabs.get(place.tabId), place);
    const visits = this.told.get(observed) ?? new Set();
    this.told.set(observed, visits);
    if (!visit || visits.has(visit.id)) return false;
    visits.add(visit.id);
    return true;
  }

  /** The pages on which something that a worker met is told; none where nothing was found. */
  private async servedBy(worker: Worker, record: HostRecord): Promise<Place[]> {
    if (badness(record) >= FIRST_QUIET) return [];
    const ids = await this.tabs.all();
    const served: number[] = [];
    for (const tabId of ids) if (isServedBy(await this.tabs.get(tabId), worker)) served.push(tabId);
    const kinds = new Set(await Promise.all(served.map(isPrivate)));
    // Chrome does not say whose worker it is: nothing of a private window may show in another.
    if (worker.isPrivate === null && kinds.size > 1) return [];
    return served.map((tabId) => ({ tabId, part: "resource", documentHost: worker.documentHost }));
  }
}

/** What only adds to the page that a tab shows can wait a moment, unless its verdict, or that of the page on its way, becomes an alarm by it. */
function canWait(before: TabState, after: TabState): boolean {
  if (before.current?.id !== after.current?.id || before.pending?.id !== after.pending?.id) return false;
  const becomesAlarm = (was: Visit | null, is: Visit | null) =>
    visitVerdict(was) !== visitVerdict(is) && isAlarming(visitVerdict(is));
  return !becomesAlarm(before.current, after.current) && !becomesAlarm(before.pending, after.pending);
}

/** Whether a tab is in a private window; yes when that cannot be said. */
export async function isPrivate(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).incognito;
  } catch {
    return true;
  }
}
