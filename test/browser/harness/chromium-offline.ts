import type { Browser, CDPSession } from "puppeteer-core";

/** Takes the network away from everything that Chromium runs at the moment, for as long as DevTools are attached to it. */
export class ChromiumOffline {
  private readonly browser: Browser;
  private held: readonly CDPSession[] = [];

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async set(isOffline: boolean): Promise<void> {
    await Promise.all(this.held.map((session) => session.detach().catch(() => null)));
    this.held = [];
    if (!isOffline) return;
    const targets = this.browser.targets().filter((target) => ["page", "service_worker"].includes(target.type()));
    this.held = await Promise.all(targets.map((target) => target.createCDPSession()));
    const network = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    for (const session of this.held) {
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", network);
    }
  }
}
