import { assess } from "../../src/detection/assess.ts";
import type { Observation } from "../../src/detection/observation.ts";
import type { Watchlist } from "../../src/watchlist/watchlist.ts";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import { firefoxWebRequest } from "../platform/firefox-web-request.ts";
import { quietedBy } from "../quiet.ts";
import type { Alerts } from "./alerts/alerts.ts";
import type { QuietList } from "./alerts/quiet-list.ts";
import { showBadge } from "./badge.ts";
import { hostRecord } from "./host-record.ts";
import type { Network } from "./memory/network.ts";
import { recall, remember } from "./memory/recall.ts";
import type { Place } from "./place.ts";
import { loudVerdict, type TabState, withErrorPage, withRecord } from "./tab-state.ts";
import type { TabStore } from "./tab-store.ts";

/** Takes observations from the observers, has them judged, and puts the outcome where it belongs: tab, memory, badge, open pages. */
export class Recorder {
  private readonly tabs: TabStore;
  private readonly watchlist: () => Promise<Watchlist>;
  private readonly network: Network;
  private readonly alerts: Alerts;
  private readonly quiet: QuietList;
  /** Which observations a visit already holds: many requests share one. Losing it costs work, nothing else. */
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

  /** Judges an observation, records it at its place and gives the alerts. @returns whether a warning takes the place of the page. */
  async record(place: Place, observed: Observation | Promise<Observation>): Promise<boolean> {
    if (place.part === "resource" && (await this.isKnown(place.tabId, observed))) return false;
    const observation = await observed;
    if (observation.host === null) return false;
    const { network } = this;
    const watchlist = await this.watchlist();
    const inPrivate = await isPrivate(place.tabId);
    const assessment = await assess(observation, watchlist, await recall(network, inPrivate));
    const record = hostRecord(observation.host, observation, assessment, place.part);
    // A long silence counts as another network, which forgets what was told: first that, then the alerts of this one.
    await remember(observation, assessment, { network, watchlist, isPrivate: inPrivate });
    const warned = await this.alerts.consider(place, record, inPrivate);
    await this.change(place.tabId, (state) => withRecord(state, place, record));
    return warned;
  }

  /** Notes that a tab shows the browser's error page in the place of this URL, and records why. */
  async recordErrorPage(tabId: number, url: string, observation: Observation): Promise<void> {
    // Before anything is awaited: the commit of the error page follows at once.
    const { after } = await this.tabs.update(tabId, (state) => withErrorPage(state, url, firefoxWebRequest !== null));
    const failed = after.pending ?? after.current;
    await this.record({ tabId, part: "page", request: failed?.request ?? null }, observation);
  }

  /** Changes a tab's state and shows what follows from it for the page that it shows. */
  async change(tabId: number, change: (state: TabState) => TabState): Promise<void> {
    const { before, after } = await this.tabs.update(tabId, change);
    if (after.current !== before.current) await this.announce(tabId);
  }

  /** Shows a tab's verdict on the toolbar icon and to open pages. */
  async announce(tabId: number): Promise<void> {
    await this.show(tabId);
    const changed: Message = { type: "page-changed", tabId };
    // It rejects when no page is open to hear it.
    await browser.runtime.sendMessage(changed).catch(() => null);
  }

  /** Shows a tab's verdict on the toolbar icon. */
  async show(tabId: number): Promise<void> {
    const { current } = await this.tabs.get(tabId);
    const entries = await this.quiet.entries(await isPrivate(tabId));
    const { verdict, silent } = loudVerdict(current, (record) => quietedBy(record, entries) !== null);
    await showBadge(tabId, verdict, silent);
  }

  private async isKnown(tabId: number, observed: object): Promise<boolean> {
    const { current } = await this.tabs.get(tabId);
    const visit = `${tabId} ${current?.request}`;
    const visits = this.told.get(observed) ?? new Set();
    this.told.set(observed, visits);
    return visits.has(visit) || !visits.add(visit);
  }
}

/** Whether a tab is in a private window; yes when that cannot be said. */
export async function isPrivate(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).incognito;
  } catch {
    return true;
  }
}
