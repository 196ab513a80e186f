import { assess } from "../../src/detection/assess.ts";
import type { Observation } from "../../src/detection/observation.ts";
import type { Watchlist } from "../../src/watchlist/watchlist.ts";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import { firefoxWebRequest } from "../platform/firefox-web-request.ts";
import { quietedBy } from "../settings/quiet.ts";
import type { Alerts } from "./alerts/alerts.ts";
import type { QuietList } from "./alerts/quiet-list.ts";
import { showBadge } from "./badge.ts";
import { Gathering } from "./gathering.ts";
import { hostRecord } from "./host-record.ts";
import type { Network } from "./memory/network.ts";
import { recall, remember } from "./memory/recall.ts";
import { mayPass, type Offer, type OfferReception } from "./offer.ts";
import type { Place, Worker } from "./place.ts";
import { isServedBy, type TabState, visitAt, withErrorPage, withRecord } from "./tab-state.ts";
import type { TabStore } from "./tab-store.ts";
import { badness, FIRST_QUIET, type HostRecord, isAlarming, type Visit } from "./visit.ts";
import { loudVerdict, visitVerdict } from "./visit-verdict.ts";

/** Takes observations from the observers, has them judged, and puts the outcome where it belongs: tab, memory, badge, open pages. */
export class Recorder {
  private readonly tabs: TabStore;
  private readonly watchlist: () => Promise<Watchlist>;
  private readonly network: Network;
  private readonly alerts: Alerts;
  private readonly quiet: QuietList;
  private readonly announcing = new Gathering((tabId) => this.tell(tabId));
  /** Which visits already hold an observation: many requests share one. Losing it costs work, nothing else. */
  private readonly told = new WeakMap<object, Set<string>>();

  /** @param watchlist gives the list as it is now, the user's own entries included. */
  constructor(
    tabs: TabStore,
    watchlist: () => Promise<Watchlist>,
    network: Network,
    { alerts, quiet }: { readonly alerts: Alerts; readonly quiet: QuietList },
  ) {
    this.tabs = tabs;
    this.watchlist = watchlist;
    this.network = network;
    this.alerts = alerts;
    this.quiet = quiet;
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
    const record = await this.judge(observation, inPrivate, place.part === "page" ? "page" : "resource");
    let warned = false;
    for (const at of place.part === "worker" ? await this.servedBy(place, record) : [place]) {
      warned = (await this.alerts.consider(at, record, inPrivate)) || warned;
      await this.change(at.tabId, (state) => withRecord(state, at, record));
    }
    return warned;
  }

  /** Judges and remembers an observation by a window of this kind; that of a probe belongs to no tab. */
  async judge(observation: Observation, inPrivate: boolean, part: HostRecord["part"] = "page"): Promise<HostRecord> {
    const { network } = this;
    const watchlist = await this.watchlist();
    const assessment = await assess(observation, watchlist, await recall(network, inPrivate, observation.at));
    // A long silence counts as another network, which forgets what was told: first that, then the alerts of this one.
    // What cannot be stored, on a full disk, is told all the same.
    await remember(observation, assessment, { network, watchlist, isPrivate: inPrivate }).catch(() => undefined);
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
    const { current, offer } = await this.tabs.get(tabId);
    const entries = await this.quiet.entries(await isPrivate(tabId));
    const { verdict, silent } = loudVerdict(current, (record) => quietedBy(record, entries) !== null);
    await showBadge(tabId, verdict, { silent, isOffered: offer !== undefined });
  }

  /** Notes on a tab that it was offered a certificate, and says what that was to it. */
  async recordOffer(tabId: number, offer: Offer): Promise<OfferReception> {
    const { before } = await this.tabs.update(tabId, (state) => ({ ...state, offer }));
    await this.announce(tabId);
    if (mayPass(before, offer)) return "let-through";
    // What a frame offers opens no page of ours, and must not keep one from opening.
    return before.offer?.isInFrame === false ? "another" : "first";
  }

  private async tell(tabId: number): Promise<void> {
    await this.show(tabId);
    const changed: Message = { type: "page-changed", tabId };
    // It rejects when no page is open to hear it.
    await browser.runtime.sendMessage(changed).catch(() => null);
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
