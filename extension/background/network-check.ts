import * as v from "valibot";
import { toHex } from "../../src/certificate/hex.ts";
import type { Observation } from "../../src/detection/observation.ts";
import { shuffled } from "../../src/shuffled.ts";
import { CHECK_PORT, type CheckNews, Message } from "../messages.ts";
import { browser, type Runtime } from "../platform/browser.ts";
import { hasDebugger } from "../platform/own-worker.ts";
import type { HostView } from "../views/page-view.ts";
import { inspectTogether } from "./observers/chrome-inspect.ts";
import { type FramePage, probeOrigin } from "./observers/probe.ts";
import { isOwnPage } from "./page-requests.ts";
import type { Recorder } from "./recorder.ts";

/** How long a whole check may take, in milliseconds. */
const LONGEST = 60_000;
/** How many hosts are asked at the same time. */
const AT_ONCE = 3;

/** Asks one host; the page is for Firefox, which tells a frame more than a request. */
export type Probe = (origin: string, signal: AbortSignal, framePage: FramePage | null) => Promise<Observation>;

/** Checks a network for pages of ours, each over a port of its own: when the port closes, the check is given up. */
export function answerChecks(recorder: Recorder): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== CHECK_PORT || !port.sender || !isOwnPage(port.sender)) return;
    const closed = new AbortController();
    let isOrdered = false;
    port.onDisconnect.addListener(() => closed.abort());
    port.onMessage.addListener((order: unknown) => {
      if (isOrdered || !v.is(Message, order) || order.type !== "check-network") return;
      isOrdered = true;
      const inPrivate = order.inPrivate || port.sender?.tab?.incognito !== false;
      void withProbe(true, (probe) => check(order.targets, { port, probe, recorder, inPrivate, closed: closed.signal }))
        // The page must not wait for what does not come any more.
        .catch(() => port.disconnect());
    });
  });
}

/** Does some work with the way of asking that shows most: Chrome's debugger where there is one and the user knows of its bar. */
export function withProbe<Result>(mayShowBar: boolean, work: (probe: Probe) => Promise<Result>): Promise<Result> {
  return hasDebugger && mayShowBar ? inspectTogether(work) : work(probeOrigin);
}

interface Order {
  readonly port: Runtime.Port;
  readonly probe: Probe;
  readonly recorder: Recorder;
  readonly inPrivate: boolean;
  readonly closed: AbortSignal;
}

async function check(targets: readonly string[], { port, probe, recorder, inPrivate, closed }: Order): Promise<void> {
  const tell = (news: CheckNews) => {
    // After it was closed a port cannot be written to.
    if (!closed.aborted) port.postMessage(news);
  };
  const over = AbortSignal.any([closed, AbortSignal.timeout(LONGEST)]);
  const seen = new Map<string, Observation>();
  // Nothing but that they belong together can be told from it.
  const id = toHex(crypto.getRandomValues(new Uint8Array(8)));
  const judged = new Set<string>();
  const judge = async (target: string, observation: Observation, check: string | null) => {
    // That one host cannot be judged must not keep back the others.
    const shown = await view(observation, recorder, inPrivate, check).catch(() => null);
    if (!shown) return;
    judged.add(target);
    tell({ type: "checked", target, view: shown });
  };
  const waiting = targets.values();
  const tabId = port.sender?.tab?.id;
  const askInTurn = async () => {
    for (const target of waiting) {
      if (over.aborted) return;
      tell({ type: "begun", target });
      const load = (url: string) => tell({ type: "frame", target, url });
      const observation = await probe(`https://${target}`, over, tabId === undefined ? null : { tabId, load });
      if (closed.aborted) return;
      seen.set(target, observation);
      await judge(target, observation, null);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
  // What stands before one host only shows beside the others, of which the first were judged without the last. What a check saw is kept
  // also when it was given up; in the order of the list a hidden host would be known by its place.
  for (const [target, observation] of shuffled(seen)) await judge(target, observation, id);
  const inTime = seen.size === targets.length;
  tell({ type: "ended", ending: !inTime ? "out-of-time" : judged.size === seen.size ? "complete" : "incomplete" });
}

/** @param check under which the outcome is kept; null when it is not the last word yet. */
async function view(
  observation: Observation,
  recorder: Recorder,
  inPrivate: boolean,
  check: string | null,
): Promise<HostView> {
  const occasion = check === null ? null : { site: null, check };
  const { part: _, rootKey: __, ...shown } = await recorder.judge(observation, inPrivate, "page", occasion);
  return { ...shown, isPage: false, isBefore: false, root: null, rootAnswer: null, quietedBy: null };
}
