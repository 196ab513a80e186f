import type { Browser, CDPSession, Target } from "puppeteer-core";
import { poll } from "./poll.ts";
import type { Watch } from "./watch.ts";

/** Chrome writes it although the promise that it rejects has somebody who hears of it. */
const CLOSED_TAB = /^Unchecked runtime\.lastError: No tab with id: \d+\.$/;

/** Follows the service worker and every page with DevTools. */
export class ChromiumWatch implements Watch {
  private readonly browser: Browser;
  private readonly address: string;
  private readonly wake: () => Promise<unknown>;
  private readonly told: string[] = [];
  private worker: CDPSession | null = null;

  /** @param wake has the worker started when it is not running */
  constructor(browser: Browser, address: string, wake: () => Promise<unknown>) {
    this.browser = browser;
    this.address = address;
    this.wake = wake;
  }

  async begin(): Promise<Watch> {
    // A target that is gone before it can be followed has nothing left to say.
    const follow = (target: Target) => this.follow(target).catch(() => undefined);
    this.browser.on("targetcreated", (target) => void follow(target));
    await Promise.all(this.browser.targets().map(follow));
    return this;
  }

  /** Lets go of the worker, which does not end while it is held; the next one is followed again. */
  async release(): Promise<void> {
    await this.worker?.detach().catch(() => null);
    this.worker = null;
  }

  async complaints(): Promise<readonly string[]> {
    return this.told;
  }

  heap(): Promise<number> {
    return poll("the worker's heap", async () => {
      await this.wake();
      const { worker } = this;
      // It can end in the middle.
      await worker?.send("HeapProfiler.collectGarbage").catch(() => null);
      return (await worker?.send("Runtime.getHeapUsage").catch(() => null))?.usedSize;
    });
  }

  private async follow(target: Target): Promise<void> {
    const isWorker = target.type() === "service_worker" && target.url().startsWith(this.address);
    if (!isWorker && target.type() !== "page") return;
    const session = await target.createCDPSession();
    if (isWorker) this.worker = session;
    const tell = (text: string) => void this.told.push(`${isWorker ? "background" : target.url()}: ${text}`);
    session.on("Runtime.exceptionThrown", ({ exceptionDetails: { text, exception } }) => {
      tell(`${text} ${exception?.description ?? ""}`);
    });
    session.on("Runtime.consoleAPICalled", ({ type, args }) => {
      const words = args.map(({ value, description }) => String(description ?? value));
      if (type === "error" || type === "assert") tell(words.join(" "));
    });
    session.on("Log.entryAdded", ({ entry: { level, source, text } }) => {
      // That an address cannot be loaded is no error of the extension's; nor is that a tab was closed before Chrome did what was asked.
      if (level === "error" && source !== "network" && !CLOSED_TAB.test(text)) tell(text);
    });
    await session.send("Runtime.enable");
    await session.send("Log.enable");
  }
}
