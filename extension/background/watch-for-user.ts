import * as v from "valibot";
import { hostOf } from "../../src/detection/host-of.ts";
import { matchesMask } from "../../src/watchlist/host-mask.ts";
import { browser } from "../platform/browser.ts";
import { storage } from "../platform/storage.ts";
import { readSettings } from "../settings/settings-in-force.ts";
import { withProbe } from "./network-check.ts";
import { isPrivate, type Recorder } from "./recorder.ts";
import type { TabStore } from "./tab-store.ts";

/** A host is asked again only after so long, in milliseconds. */
const REST = 10 * 60 * 1000;
const PREFIX = "watched:";

/** While a host is asked, its next visit must not ask it again; what is stored comes a moment too late for that. */
const asking = new Set<string>();

/**
 * Asks a host that the user chose once more, by a connection of our own, when the user opens it. Nothing is asked at any other time, nor for
 * a private window: our connections are not of it, and what a server asks browsers to remember would be on the disk.
 */
export function watchForUser(tabs: TabStore, recorder: Recorder): void {
  browser.webNavigation.onCommitted.addListener(({ tabId, frameId, url }) => {
    if (frameId === 0 && url.startsWith("https:")) void watch(tabId, url, tabs, recorder);
  });
}

async function watch(tabId: number, url: string, tabs: TabStore, recorder: Recorder): Promise<void> {
  const { origin } = new URL(url);
  const host = hostOf(url);
  // What the user chose cannot be read: nothing is asked that they may not have chosen.
  const settings = await readSettings().catch(() => null);
  if (!settings) return;
  const { watchForMe, watchedHosts, watchWithBar } = settings;
  if (!watchForMe || host === null || !watchedHosts.some((watched) => matchesMask(host, `*.${watched}`))) return;
  if ((await isPrivate(tabId)) || asking.has(origin) || !(await isDue(origin))) return;
  asking.add(origin);
  try {
    await storage.session.set({ [PREFIX + origin]: Date.now() }).catch(() => null);
    const observation = await withProbe(watchWithBar, (probe) => probe(origin, new AbortController().signal, null));
    const { current } = await tabs.get(tabId);
    // That a certificate was not seen is no news; that the host answered at all tells it apart from one that is refused. And by the time
    // of the answer the tab may show another site, to which it does not belong.
    if (observation.basis === "none" || current?.origin.host !== host) {
      await recorder.judge(observation, await isPrivate(tabId));
    } else await recorder.record({ tabId, part: "page", request: current.request }, observation);
  } finally {
    asking.delete(origin);
  }
}

async function isDue(origin: string): Promise<boolean> {
  const stored = await storage.session.get(PREFIX + origin).catch(() => null);
  const at = stored?.[PREFIX + origin];
  // A clock that was put back must not keep a host unasked until it has caught up.
  return !v.is(v.number(), at) || Math.abs(Date.now() - at) >= REST;
}
