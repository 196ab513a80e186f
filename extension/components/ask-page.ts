import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import type { PageView } from "../views/page-view.ts";
import { askAgain } from "./ask-again.ts";
import type { Answer } from "./root-question.tsx";
import { withinMoment } from "./within-moment.ts";

/**
 * Calls `listener` with the tab to speak of: the one named in the page's own address, else the one in front of the window, and again when
 * another comes to the front, until the returned function is called.
 * @param onNone called when there is no tab.
 */
export function followTab(listener: (tabId: number) => void, onNone: () => void): () => void {
  const named = namedTab();
  if (named !== null) {
    listener(named);
    return () => {};
  }
  const tell = () => void frontTab().then(listener, onNone);
  browser.tabs.onActivated.addListener(tell);
  tell();
  return () => browser.tabs.onActivated.removeListener(tell);
}

function namedTab(): number | null {
  const named = new URLSearchParams(location.search).get("tabId");
  return named === null ? null : Number(named);
}

async function frontTab(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Error("The window has no tab.");
  return tab.id;
}

/** What is known of the page in the tab to speak of now; null when that is not known within a moment. */
export function getFirstPage(): Promise<PageView | null> {
  const tab = namedTab();
  return withinMoment((tab === null ? frontTab() : Promise.resolve(tab)).then(getPage).catch(() => null));
}

/** What is known of the page in a tab. @throws Error when the background does not answer. */
export function getPage(tabId: number): Promise<PageView> {
  return askAgain<PageView>({ type: "get-page", tabId });
}

/** Has the tab's own host inspected, and says what is known then. @throws Error when the background does not answer. */
export function inspectPage(tabId: number): Promise<PageView> {
  return askForPage({ type: "inspect", tabId });
}

/** Keeps what the user says of an added root. @throws Error when the background does not answer. */
export async function answerRoot(tabId: number, rootKey: string, answer: Answer): Promise<void> {
  await askForPage({ type: "answer-root", tabId, rootKey, answer });
}

/** Lets the certificate that a tab was offered through once. @throws Error when the background does not answer. */
export async function letOfferThrough(tabId: number): Promise<void> {
  await askForPage({ type: "let-offer-through", tabId });
}

/** Calls `listener` whenever the view of a tab is out of date, until the returned function is called. */
export function onPageChanged(tabId: number, listener: () => void): () => void {
  const receive = (message: unknown): undefined => {
    const changed = message as Message;
    if (changed.type === "page-changed" && changed.tabId === tabId) listener();
  };
  browser.runtime.onMessage.addListener(receive);
  return () => browser.runtime.onMessage.removeListener(receive);
}

async function askForPage(message: Message): Promise<PageView> {
  const answer = await browser.runtime.sendMessage<Message, PageView | undefined>(message);
  if (!answer?.hosts) throw new Error("The background gave no answer.");
  return answer;
}
