import * as v from "valibot";
import { readTrouble } from "../journal-store/trouble.ts";
import { Message } from "../messages.ts";
import { browser, type Runtime } from "../platform/browser.ts";
import { failures } from "../platform/failures.ts";
import { hasDebugger } from "../platform/own-worker.ts";
import { opensInPrivateWindows } from "../platform/replace-page.ts";
import { noteSiteAccess } from "../platform/site-access.ts";
import type { Recipient } from "../settings/settings.ts";
import type { PageView } from "../views/page-view.ts";
import { alertRequests } from "./alerts/alert-requests.ts";
import type { Alerts } from "./alerts/alerts.ts";
import type { QuietList } from "./alerts/quiet-list.ts";
import { changeSettings } from "./change-settings.ts";
import { drill } from "./drill.ts";
import type { Journal } from "./journal/journal.ts";
import { journalRequests } from "./journal/journal-requests.ts";
import { speakAgain } from "./language.ts";
import { forgetPast, keepAnswer, readAnswers } from "./memory/past.ts";
import { meetTab } from "./navigation.ts";
import { inspectOrigin } from "./observers/chrome-inspect.ts";
import type { OwnListStore } from "./own-list-store.ts";
import { inspectableOrigin, pageView } from "./page-view.ts";
import { realAddress } from "./real-address.ts";
import { isPrivate, type Recorder } from "./recorder.ts";
import { situationOf } from "./situation.ts";
import { isDrill, withAnswer } from "./tab-state.ts";
import type { TabStore } from "./tab-store.ts";
import { rankedRecords } from "./visit-verdict.ts";

interface Parts {
  readonly tabs: TabStore;
  readonly recorder: Recorder;
  readonly ownList: OwnListStore;
  readonly alerts: Alerts;
  readonly quiet: QuietList;
  readonly journal: Journal;
}

/** Answers what our own pages ask. Messages from anywhere else, and such as are not of the agreed form, get no answer. */
export function answerPages(parts: Parts): void {
  const { tabs, recorder, ownList, quiet, journal } = parts;
  const answerOnAlerts = alertRequests(parts);
  const answerOnJournal = journalRequests(parts);
  const view = async (tabId: number) => {
    await meetTab(tabId, tabs, recorder);
    const [state, inPrivate] = await Promise.all([tabs.get(tabId), isPrivate(tabId)]);
    const [subject] = rankedRecords(state.current);
    const [watchlist, answers, entries, situation, trouble, failing] = await Promise.all([
      ownList.watchlist(),
      readAnswers(inPrivate),
      quiet.entries(inPrivate),
      situationOf(subject?.assessment ?? null, inPrivate, journal),
      readTrouble().catch(() => null),
      failuresNow(),
    ]);
    return pageView(tabId, state, {
      canInspect: hasDebugger,
      mayOpenPages: !inPrivate || opensInPrivateWindows,
      watchlist,
      answers: new Map(Object.entries(answers)),
      quiet: entries,
      situation,
      trouble,
      failures: failing,
    });
  };

  const inspect = async (tabId: number): Promise<PageView> => {
    const { current } = await tabs.get(tabId);
    const origin = inspectableOrigin(current);
    if (origin !== null) {
      const place = { tabId, part: "page", request: current?.request ?? null } as const;
      const url = (await browser.tabs.get(tabId).catch(() => null))?.url;
      const isReplaceable = current?.method === "GET" && url !== undefined;
      await recorder.record(isReplaceable ? { ...place, replaceable: url } : place, inspectOrigin(origin));
    }
    return view(tabId);
  };

  const answer = async ({ tabId, rootKey, answer }: Extract<Message, { type: "answer-root" }>): Promise<PageView> => {
    const inPrivate = await isPrivate(tabId);
    if (isDrill(await tabs.get(tabId))) return view(tabId);
    await keepAnswer(rootKey, answer, inPrivate);
    for (const id of await tabs.all()) {
      // What is said in a private window counts in those alone.
      if (inPrivate && !(await isPrivate(id))) continue;
      await recorder.change(id, (state) => withAnswer(state, rootKey, answer));
    }
    return view(tabId);
  };

  const letOfferThrough = async (tabId: number): Promise<PageView> => {
    const { after } = await tabs.update(tabId, (state) =>
      state.offer ? { ...state, offer: { ...state.offer, mayPass: true } } : state,
    );
    // A form can only be sent again by the page that it is on.
    if (after.offer?.method === "GET") await browser.tabs.update(tabId, { url: realAddress(after.offer.url) });
    return view(tabId);
  };

  browser.runtime.onMessage.addListener((received: unknown, sender: Runtime.MessageSender) => {
    if (!isOwnPage(sender) || !v.is(Message, received)) return undefined;
    switch (received.type) {
      case "get-page":
        return view(received.tabId);
      case "get-failures":
        return failuresNow();
      case "inspect":
        return inspect(received.tabId);
      case "answer-root":
        return answer(received);
      case "let-offer-through":
        return letOfferThrough(received.tabId);
      case "set-switches":
        return changeSettings(() => received.switches);
      case "set-look":
        return changeSettings(() => received.look).then(speakAgain);
      case "watch-host":
        return changeSettings(({ watchedHosts }) => ({ watchedHosts: withHost(watchedHosts, received) }));
      case "keep-recipient":
        return changeSettings(({ recipients }) => ({ recipients: withRecipient(recipients, received) }));
      case "forget-memory":
        return forgetPast().then(() => true);
      case "drill":
        return drill(received, sender, parts);
      case "get-own-list":
        return ownList.view();
      case "add-own-entries":
        return ownList.add(received.entries, received.publicConfirmed);
      case "remove-own-entry":
        return ownList.remove(received.entry);
      case "discard-unreadable-own-list":
        return ownList.discardUnreadable();
      case "get-warning":
      case "go-on":
      case "get-alerts":
      case "set-alert-level":
      case "let-through":
      case "quiet":
      case "unquiet":
        return answerOnAlerts(received, sender.tab?.id);
      case "choose-keeping":
      case "keep-session":
      case "close-journal-day":
      case "seal-journal":
      case "wipe-journal":
      case "dismiss-journal-trouble":
      case "label-network":
      case "keep-offered":
        return answerOnJournal(received);
      case "check-network":
      case "own-list-changed":
      case "page-changed":
        return undefined;
    }
  });
}

const failuresNow = () => noteSiteAccess().then(failures);

function withRecipient(
  recipients: readonly Recipient[],
  { entry, isKept }: Extract<Message, { type: "keep-recipient" }>,
): Recipient[] {
  const others = recipients.filter(({ recipient }) => recipient !== entry.recipient);
  return isKept ? [...others, entry] : others;
}

function withHost(hosts: readonly string[], { host, isWatched }: Extract<Message, { type: "watch-host" }>): string[] {
  const others = hosts.filter((each) => each !== host);
  return isWatched ? [...others, host] : others;
}

/** Whether a message or a port comes from a page of ours. */
export function isOwnPage({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && url !== undefined && url.startsWith(browser.runtime.getURL(""));
}
