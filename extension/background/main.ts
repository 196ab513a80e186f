import compiledWatchlist from "virtual:watchlist";
import { loadWatchlist } from "../../src/watchlist/watchlist.ts";
import { listenForInspectShortcut } from "../platform/inspect-wish.ts";
import { onNetworkChange } from "../platform/network.ts";
import { dropLeftAttachment } from "../platform/own-worker.ts";
import { followSiteAccess } from "../platform/site-access.ts";
import { Alerts } from "./alerts/alerts.ts";
import { QuietList } from "./alerts/quiet-list.ts";
import { followPolicy } from "./follow-policy.ts";
import { Journal } from "./journal/journal.ts";
import { forgetNetworkLabel } from "./journal/network-label.ts";
import { Network } from "./memory/network.ts";
import { followNavigation } from "./navigation.ts";
import { answerChecks } from "./network-check.ts";
import { observeBrowserErrors } from "./observers/browser-error.ts";
import { observeChromeSecurityInfo } from "./observers/chrome-security-info.ts";
import { observeFirefoxSecurityInfo } from "./observers/firefox-security-info.ts";
import { observeOfferedCertificates } from "./observers/offered-certificate.ts";
import { observeOwnFailures } from "./observers/own-requests.ts";
import type { Report } from "./observers/report.ts";
import { OwnListStore } from "./own-list-store.ts";
import { answerPages } from "./page-requests.ts";
import { Recorder } from "./recorder.ts";
import { withAbort } from "./tab-state.ts";
import { TabStore } from "./tab-store.ts";
import { watchForUser } from "./watch-for-user.ts";
import { welcomeOnInstall } from "./welcome.ts";

// Everything here runs in the first turn of the event loop: a listener registered later would miss the event that woke the background.
const ownList = new OwnListStore(loadWatchlist(compiledWatchlist));
const tabs = new TabStore();
const network = new Network();
const alerts = new Alerts(tabs);
const quiet = new QuietList();
const journal = new Journal(async () => (await ownList.watchlist()).date);
const recorder = new Recorder(tabs, () => ownList.watchlist(), network, { alerts, quiet, journal });
const report: Report = (place, observation) => recorder.record(place, observation).catch(() => false);

onNetworkChange(() => void network.forget());
network.onForgotten(() => void alerts.forgetNetwork());
network.onForgotten(() => void forgetNetworkLabel());
followNavigation(tabs, recorder, alerts);
alerts.listen();
followPolicy(alerts.blocks, ownList);
observeFirefoxSecurityInfo(report);
observeChromeSecurityInfo(report);
observeBrowserErrors(report, {
  errorPage: (...failure) => void recorder.recordErrorPage(...failure),
  aborted: (tabId) => void recorder.change(tabId, withAbort),
});
observeOfferedCertificates({
  offered: (tabId, offer) => recorder.recordOffer(tabId, offer),
  shown: (tabId, offer) => recorder.noteOffer(tabId, offer),
  siteIn: async (tabId) => (await tabs.get(tabId)).current?.origin.host ?? null,
});
observeOwnFailures();
answerChecks(recorder);
watchForUser(tabs, recorder);
welcomeOnInstall();
followSiteAccess();
answerPages({ tabs, recorder, ownList, alerts, quiet, journal });
listenForInspectShortcut();
void dropLeftAttachment();
void journal.tidy();
