import { join, resolve } from "node:path";
import puppeteer, { type Browser, type Protocol } from "puppeteer-core";
import { findBrowser } from "../../../scripts/ensure-browsers.ts";
import { type ChromiumOptions, chromiumArguments, writeChromiumPreferences } from "./chromium-arguments.ts";
import { openChromiumDesk } from "./chromium-desk.ts";
import { chromiumHistory } from "./chromium-history.ts";
import { ChromiumOffline } from "./chromium-offline.ts";
import { ChromiumPage } from "./chromium-page.ts";
import { ChromiumWatch } from "./chromium-watch.ts";
import { endBrowser, killBrowser } from "./end-browser.ts";
import { type Engine, labOf } from "./lab.ts";
import type { LabBrowser } from "./lab-browser.ts";
import { createNssDatabase } from "./nss-roots.ts";
import { poll } from "./poll.ts";
import { createScratch, environmentOf, OWN_SIGNALS, removeScratch, type Scratch } from "./scratch.ts";
import { WAKE } from "./watch.ts";

const START_MS = 15_000;

// A worker is active once its script has run to the end and its listeners are registered.
const WORKER_STATE = `navigator.serviceWorker.getRegistration().then((registration) => {
  return registration === undefined || registration.active?.state === "activated" ? "ready" : "starting";
})`;

/**
 * Starts Chromium with the extension, in a profile that trusts the given roots.
 * @throws Error when Chromium or certutil is missing, the extension cannot be loaded or its service worker does not
 * start; nothing is left behind then.
 */
export async function launchChromium(options: ChromiumOptions): Promise<LabBrowser> {
  const scratch = options.folders ?? createScratch();
  try {
    await createNssDatabase(join(scratch.home, ".pki", "nssdb"), options.roots ?? []);
    await writeChromiumPreferences(scratch.profile, options.preloads ?? false);
    const browser = await puppeteer.launch({
      executablePath: findBrowser("chromium"),
      args: chromiumArguments(options),
      headless: options.headful !== true,
      env: environmentOf(scratch),
      userDataDir: scratch.profile,
      downloadBehavior: { policy: "allow", downloadPath: scratch.downloads },
      pipe: true,
      enableExtensions: true,
      defaultViewport: null,
      // Puppeteer's network tracking would keep DevTools' network agent on in every tab that a test looks at.
      networkEnabled: false,
      signal: scratch.kill.signal,
      ...OWN_SIGNALS,
    });
    return labOf(await chromiumEngine(browser, scratch, options));
  } catch (error) {
    if (!options.folders) removeScratch(scratch);
    throw error;
  }
}

async function chromiumEngine(browser: Browser, scratch: Scratch, options: ChromiumOptions): Promise<Engine> {
  const session = await browser.target().createCDPSession();
  const { id } = await session.send("Extensions.loadUnpacked", {
    path: resolve(options.extension),
    enableInIncognito: options.privateWindows ?? false,
  });
  for (const path of options.others ?? []) await session.send("Extensions.loadUnpacked", { path: resolve(path) });
  const desk = await openChromiumDesk(session, id);
  await poll("the service worker's start", async () => (await desk.evaluate(WORKER_STATE)) !== "starting", START_MS);

  const address = `chrome-extension://${id}/`;
  const watch = new ChromiumWatch(browser, address, () => desk.evaluate(WAKE));

  const offline = new ChromiumOffline(browser);

  async function background(): Promise<Protocol.Target.TargetInfo | undefined> {
    const { targetInfos } = await session.send("Target.getTargets");
    return targetInfos.find((target) => target.type === "service_worker" && target.url.startsWith(address));
  }

  return {
    name: "chromium",
    downloads: scratch.downloads,
    evaluateInExtension: desk.evaluate,
    kill: () => killBrowser(browser),
    close: () => endBrowser(browser, scratch, options),
    historyUrls: () => chromiumHistory(session, scratch.temporary),
    backgroundIsRunning: async () => (await background()) !== undefined,
    setOffline: (isOffline) => offline.set(isOffline),
    watch: () => watch.begin(),

    async driverAt(url) {
      const page = await browser
        .targets()
        .find((target) => target.url() === url)
        ?.page();
      return page ? new ChromiumPage(page) : null;
    },

    async tabCount() {
      const { targetInfos } = await session.send("Target.getTargets");
      return targetInfos.filter((target) => target.type === "page").length;
    },

    async stopBackground() {
      // It goes on for as long as DevTools are attached.
      await watch.release();
      const worker = await background();
      // It may have gone by itself in between.
      if (worker) await session.send("Target.closeTarget", { targetId: worker.targetId }).catch(() => null);
    },
  };
}
