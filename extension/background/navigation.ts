import { hostOf } from "../../src/detection/host-of.ts";
import type { UnseenReason } from "../../src/detection/observation.ts";
import { browser } from "../platform/browser.ts";
import { firefoxWebRequest } from "../platform/firefox-web-request.ts";
import { isRuledOut } from "../platform/ruled-out.ts";
import { isRestricted } from "../platform/site-access.ts";
import type { Alerts } from "./alerts/alerts.ts";
import { Warnings } from "./alerts/warnings.ts";
import { unseen } from "./observers/report.ts";
import { OFFERED_PAGE } from "./offer.ts";
import type { Recorder } from "./recorder.ts";
import { withCommit, withRequest, withWarning } from "./tab-state.ts";
import type { TabStore } from "./tab-store.ts";
import { originOf, sameOrigin, type Visit } from "./visit.ts";
import { isOwn } from "./visit-verdict.ts";

/** Follows which page each tab shows, so that what is seen goes to the page it belongs to. */
export function followNavigation(tabs: TabStore, recorder: Recorder, alerts: Alerts): void {
  const show = async (committed: Committed) => {
    const id = Warnings.idIn(committed.url);
    const warning = id === null ? null : await alerts.warningIn(committed.tabId, id);
    if (!warning) return showCommitted(committed, tabs, recorder);
    return recorder.change(committed.tabId, (state) => withWarning(state, warning.url, warning.record));
  };
  browser.webRequest.onBeforeRequest.addListener(
    (details) => {
      const { tabId, frameId, requestId, url, method, timeStamp: at } = details;
      const { originUrl, initiator, cookieStoreId } = details as typeof details & { readonly initiator?: string };
      const asked = { at, method, from: originUrl ?? initiator, store: cookieStoreId };
      // A page prepared in advance has a frame of its own and is not what the tab will show next.
      if (tabId >= 0 && frameId === 0) {
        void recorder.change(tabId, (state) => withRequest(state, requestId, url, asked));
      }
      return undefined;
    },
    { urls: ["<all_urls>"], types: ["main_frame"] },
  );
  browser.webNavigation.onCommitted.addListener((details) => {
    // The published types lack the document.
    const { tabId, frameId, url, timeStamp: at, documentId } = details as typeof details & { documentId?: string };
    if (frameId === 0) void show({ tabId, url, at, document: documentId });
  });
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    // Browsers take a tab's icon and badge away when it moves on, Firefox some time after the commit.
    if (status !== undefined || url !== undefined) void recorder.show(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => void tabs.remove(tabId));
}

/** A tab that was open before the background began to listen is unknown; from now on it counts as loaded before. */
export async function meetTab(tabId: number, tabs: TabStore, recorder: Recorder): Promise<void> {
  if ((await tabs.get(tabId)).current) return;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // Chrome keeps back the address of a tab that shows a page of its own, or one that it is told to keep extensions from.
  const url = tab?.url ?? (await browser.webNavigation.getFrame({ tabId, frameId: 0 }).catch(() => null))?.url;
  const { current, pending } = await tabs.get(tabId);
  // A tab can be asked for its URL between the commit and the event that tells of it, and a new one before it shows what it was opened for.
  const isAwaited = (awaited: Visit) =>
    url === undefined || hostOf(url) === null || sameOrigin(awaited.origin, originOf(url));
  const isFollowed = current !== null || (pending !== null && isAwaited(pending));
  if (url !== undefined && !isFollowed)
    await showCommitted({ tabId, url, at: Date.now() }, tabs, recorder, "loaded-before");
}

interface Committed {
  readonly tabId: number;
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly document?: string | undefined;
}

async function showCommitted(
  { tabId, url: address, ...shown }: Committed,
  tabs: TabStore,
  recorder: Recorder,
  otherwise: UnseenReason = "from-cache",
): Promise<void> {
  // The source of a page comes to a tab as the page does.
  const url = address.replace(/^view-source:/, "");
  const { before, after } = await tabs.update(tabId, (state) => {
    // Its commit was told of while the tab was looked at.
    if (otherwise === "loaded-before" && state.current) return state;
    const committed = withCommit(state, url, shown);
    const { current, offer } = state;
    const own = browser.runtime.getURL(OFFERED_PAGE);
    // Our page about an offer has taken the place of what was offered, and one let through as a form's answer waits for the form.
    const isAboutOffer = url.startsWith(own) || (offer?.mayPass && current?.origin.host === hostOf(own));
    return offer && isAboutOffer ? { ...committed, offer } : committed;
  });
  if (after === before) return;
  const { current } = after;
  const host = hostOf(url);
  const known = Object.values(current?.hosts ?? {}).some((record) => isOwn(current, record));
  // Why a page failed is recorded where the failure is told of.
  const failed = before.pending?.awaitsErrorPage ?? false;
  const wasAsked = current?.request != null;
  const reason = known || failed ? null : await whyUnseen({ tabId, url }, wasAsked ? "no-answer" : otherwise, wasAsked);
  if (host === null || reason === null) return recorder.announce(tabId);
  await recorder.record({ tabId, part: "page", request: current?.request ?? null }, unseen(host, reason));
}

/** Why a page of this URL has shown no certificate so far; null for what has no connection. */
async function whyUnseen(
  { tabId, url }: Pick<Committed, "tabId" | "url">,
  inFirefox: UnseenReason,
  wasAsked: boolean,
): Promise<UnseenReason | null> {
  const scheme = URL.parse(url)?.protocol;
  if (scheme === "http:") return "not-encrypted";
  if (scheme !== "https:") return null;
  if (!wasAsked && (await isRestricted(url))) return "restricted";
  if (!wasAsked && (await isRuledOut(tabId, url))) return "ruled-out";
  return firefoxWebRequest ? inFirefox : "browser-does-not-show";
}
