import type { Certificate } from "../../src/certificate/certificate.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import type { Verdict } from "../../src/detection/verdict.ts";
import { DRILL_HOST, drillObservation, drillWatchlist } from "../../src/drill/drill.ts";
import { fromBase64 } from "../../src/watchlist/base64.ts";
import type { Message } from "../messages.ts";
import { browser, type Runtime } from "../platform/browser.ts";
import type { Alerts } from "./alerts/alerts.ts";
import { DRILL_SCHEME, DRILL_URL } from "./drill-address.ts";
import { hostRecord } from "./host-record.ts";
import { meetTab } from "./navigation.ts";
import type { Offer } from "./offer.ts";
import type { OwnListStore } from "./own-list-store.ts";
import { DRILL_PAGE } from "./real-address.ts";
import type { Recorder } from "./recorder.ts";
import type { TabStore } from "./tab-store.ts";
import { addHost, type HostRecord, newVisit, originOf, sameOrigin } from "./visit.ts";

const OFFER: Offer = { url: DRILL_URL, method: "GET", isInFrame: false, isHeld: true };

interface Parts {
  readonly tabs: TabStore;
  readonly recorder: Recorder;
  readonly ownList: OwnListStore;
  readonly alerts: Alerts;
}

/**
 * Has the tab of our drill page tell something made up until it shows another page: judged as what is real is, but neither remembered nor
 * written down. @returns whether it does. Rejects when the certificates are none.
 */
export async function drill(
  { verdict, certificates }: Extract<Message, { type: "drill" }>,
  { tab, url }: Runtime.MessageSender,
  { tabs, recorder, ownList, alerts }: Parts,
): Promise<boolean> {
  const own = browser.runtime.getURL("");
  if (tab?.id === undefined || !url?.startsWith(own + DRILL_PAGE)) return false;
  const { id, incognito } = tab;
  const record = verdict && (await judge(verdict, certificates.map(fromBase64).map(parseCertificate), ownList));
  const made = record ? { current: addHost(newVisit(DRILL_URL, { at: record.at }), record) } : { offer: OFFER };
  await meetTab(id, tabs, recorder);
  const { before, after } = await tabs.update(id, (state) => {
    const origin = state.current?.origin;
    // By now the tab may show a site, of which the truth must be told.
    const isFree = origin && (origin.scheme === DRILL_SCHEME || sameOrigin(origin, originOf(own)));
    return isFree ? { ...state, ...made } : state;
  });
  if (after === before) return false;
  await recorder.announce(id);
  if (record) await alerts.drill(id, DRILL_URL, record, incognito);
  return true;
}

async function judge(verdict: Verdict, chain: readonly Certificate[], ownList: OwnListStore): Promise<HostRecord> {
  const watchlist = await drillWatchlist(await ownList.watchlist(), verdict, chain);
  const observation = drillObservation(verdict, chain, Date.now());
  const record = hostRecord(DRILL_HOST, observation, await assess(observation, watchlist, NO_MEMORY), "page");
  // By its key the root could be taken into the user's own list.
  return { ...record, rootKey: null };
}
