import { hostOf } from "../../../src/detection/host-of.ts";
import type { BrowserError, Observation, UnseenReason } from "../../../src/detection/observation.ts";
import { firefoxWebRequest } from "../../platform/firefox-web-request.ts";
import { chromeCertificateError, firefoxCertificateError } from "./certificate-error.ts";
import { awaitProbe, type OwnRequestNews } from "./own-requests.ts";
import { unseen } from "./report.ts";

/** How long a host may take to answer, in milliseconds. */
export const PATIENCE = 15_000;

/** A page of ours that can load a URL in a frame, whose failure Firefox gives a number. */
export interface FramePage {
  readonly tabId: number;
  load(url: string): void;
}

/**
 * Makes one connection of our own to a host by a plain request, which carries nothing of the user's. Firefox shows the chain; Chrome only
 * whether it was refused.
 * @param origin scheme, host and port, for example "https://example.org:8443".
 * @param framePage null where no page is open for it.
 * @returns never rejects: what could not be seen is an observation too.
 */
export async function probeOrigin(
  origin: string,
  signal: AbortSignal,
  framePage: FramePage | null,
): Promise<Observation> {
  const url = `${origin}/`;
  const host = hostOf(origin) ?? "";
  const answer = { url, signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]) };
  const news = new NewsQueue(url, framePage?.tabId ?? null, answer.signal);
  try {
    const opened = await ask(url, answer.signal);
    let told = opened && !firefoxWebRequest ? null : await news.next();
    if (told && "error" in told && !readError(told.error) && framePage && !hasName(told.error)) {
      framePage.load(url);
      told = await news.next();
    }
    if (told && "seen" in told) return { ...(await told.seen), connection: "probe" };
    if (told) return failed(host, told.error);
    return probeUnseen(host, opened ? (firefoxWebRequest ? "no-answer" : "browser-does-not-show") : "no-answer");
  } catch {
    return probeUnseen(host, answer.signal.aborted ? "timed-out" : "no-answer");
  } finally {
    news.stop();
  }
}

/** Asks for the start page of a host as carefully as a request can be made. @returns whether an answer came. */
export async function ask(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(url, {
      method: "HEAD",
      mode: "no-cors",
      credentials: "omit",
      cache: "no-store",
      redirect: "manual",
      referrerPolicy: "no-referrer",
      signal,
    });
    return true;
  } catch {
    return false;
  }
}

/** What became of a probe that failed with this error of the browser's. */
export function failed(host: string, error: string): Observation {
  const refusal = readError(error);
  if (!refusal) return probeUnseen(host, whyUnseen(error));
  const probe = { connection: "probe", source: "browser-error", host, at: Date.now() } as const;
  return { ...probe, basis: "error", outcome: "stopped", error: refusal };
}

/** An observation of a probe that has shown no certificate. */
export function probeUnseen(host: string, reason: UnseenReason): Observation {
  return { ...unseen(host, reason), connection: "probe" };
}

function readError(error: string): BrowserError | null {
  return chromeCertificateError(error) ?? firefoxCertificateError(error);
}

/** Whether an error is a name or a number and no sentence. */
const hasName = (error: string) => /^(net::ERR_|NS_ERROR_|NS_BINDING_)|\b2\d{9}\b/.test(error);

/** NS_ERROR_NET_RESET, NS_ERROR_NET_INTERRUPT; NS_ERROR_NET_TIMEOUT; and what Chrome calls so. */
const RESET = /RESET|INTERRUPT|CONNECTION_CLOSED|EMPTY_RESPONSE|2152398868|2152398919/;
const TIMED_OUT = /TIMEOUT|TIMED_OUT|2152398862/;

function whyUnseen(error: string): UnseenReason {
  if (RESET.test(error)) return "reset";
  return TIMED_OUT.test(error) ? "timed-out" : "did-not-open";
}

/** The news of a URL in the order they come. */
class NewsQueue {
  readonly stop: () => void;
  private readonly signal: AbortSignal;
  private readonly come: OwnRequestNews[] = [];
  private wake = () => {};

  constructor(url: string, frameTab: number | null, signal: AbortSignal) {
    this.signal = signal;
    this.stop = awaitProbe(url, frameTab, (news) => {
      this.come.push(news);
      this.wake();
    });
  }

  /** @throws the signal's reason when it aborts first. */
  async next(): Promise<OwnRequestNews> {
    while (true) {
      this.signal.throwIfAborted();
      const news = this.come.shift();
      if (news) return news;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        this.signal.addEventListener("abort", () => resolve(), { once: true });
      });
    }
  }
}
