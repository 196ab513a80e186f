import type { Observation } from "../../../src/detection/observation.ts";
import { browser } from "../../platform/browser.ts";

/** What the browser says of a request of our own. */
export type OwnRequestNews =
  /** Headers came over a connection that it shows. */
  | { readonly seen: Promise<Observation> }
  /** It failed, in the browser's own words. */
  | { readonly error: string };

interface Awaiting {
  readonly url: string;
  /** The tab of the page of ours that may load it in a frame; null where none may. */
  readonly frameTab: number | null;
  tell(news: OwnRequestNews): void;
}

const awaiting = new Set<Awaiting>();

/** The parts of a webRequest event that say who asked: Firefox gives a URL, Chrome an origin. */
interface Asking {
  readonly url: string;
  readonly originUrl?: string | undefined;
  readonly initiator?: string | undefined;
}

/** Whether a request is one that a probe of ours waits for. A page that asks for the same address does not count. */
export function isProbe({ url, originUrl, initiator }: Asking): boolean {
  // First what is almost never so: this is asked of every request.
  if (![...awaiting].some((each) => each.url === url)) return false;
  const asking = originUrl ?? initiator;
  return asking !== undefined && `${asking}/`.startsWith(browser.runtime.getURL(""));
}

/** Gives the news of a request of our own, which `isProbe` tells apart, to whoever waits for it. */
export function tellProbe(url: string, news: OwnRequestNews): void {
  for (const each of awaiting) if (each.url === url) each.tell(news);
}

/**
 * Gives the error of a frame to whoever waits for it. A browser does not say which document a frame is in, only the tab: a page in another
 * one can load the same address. @returns false when nobody waits for it.
 */
export function tellProbeOfFrame(tabId: number, url: string, error: string): boolean {
  const waiting = [...awaiting].filter((each) => each.url === url && each.frameTab === tabId);
  for (const { tell } of waiting) tell({ error });
  return waiting.length > 0;
}

/** Waits for the next news of our own requests for this URL, and of frames with it in a tab, until the returned function is called. */
export function awaitProbe(url: string, frameTab: number | null, tell: (news: OwnRequestNews) => void): () => void {
  const each = { url, frameTab, tell };
  awaiting.add(each);
  return () => void awaiting.delete(each);
}

/** Listens to how requests of our own fail. For a certificate Firefox has only a sentence here, for everything else a name, as Chrome. */
export function observeOwnFailures(): void {
  browser.webRequest.onErrorOccurred.addListener(
    (details) => {
      if (isProbe(details as Asking)) tellProbe(details.url, { error: details.error });
    },
    // How a frame fails is told by its navigation.
    { urls: ["https://*/*"], types: ["xmlhttprequest"] },
  );
}
