import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { findBrowser } from "../../../scripts/ensure-browsers.ts";
import { GECKO_ID } from "../../../scripts/manifest-for.ts";
import { bidiOf, evaluateIn, type SendBidi } from "./bidi.ts";
import { endBrowser, killBrowser } from "./end-browser.ts";
import { FirefoxPage } from "./firefox-page.ts";
import { type FirefoxOptions, firefoxPreferences, hostsLeadTo } from "./firefox-preferences.ts";
import { countFirefoxTabs, firefoxHistory, privilegesOf, speak } from "./firefox-privileges.ts";
import { watchFirefox } from "./firefox-watch.ts";
import { type Engine, labOf } from "./lab.ts";
import type { LabBrowser } from "./lab-browser.ts";
import { createNssDatabase } from "./nss-roots.ts";
import { poll } from "./poll.ts";
import { createScratch, environmentOf, OWN_SIGNALS, removeScratch, type Scratch } from "./scratch.ts";
import { WAKE } from "./watch.ts";

const START_MS = 15_000;
/** Nobody has it (RFC 5737). */
const UNREACHABLE = "192.0.2.1";

/**
 * Starts Firefox with the extension as a temporary add-on, in a profile that trusts the given roots.
 * @throws Error when Firefox or certutil is missing, the extension cannot be loaded or its event page does not start;
 * nothing is left behind then.
 */
export async function launchFirefox(options: FirefoxOptions): Promise<LabBrowser> {
  const scratch = options.folders ?? createScratch();
  const id = options.extensionId ?? GECKO_ID;
  try {
    await createNssDatabase(scratch.profile, options.roots ?? []);
    if (options.managed) await writeManaged(scratch, id, options.managed);
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: findBrowser("firefox"),
      args: ["--profile", scratch.profile, "--remote-allow-system-access", "--width=1280", "--height=900"],
      headless: options.headful !== true,
      // Release builds heed the preference for the settings server only with the second variable.
      env: { ...environmentOf(scratch), MOZ_CRASHREPORTER_DISABLE: "1", MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
      extraPrefsFirefox: firefoxPreferences(options, id, scratch),
      defaultViewport: null,
      networkEnabled: false,
      signal: scratch.kill.signal,
      ...OWN_SIGNALS,
    });
    return labOf(await firefoxEngine(browser, scratch, options, id, `moz-extension://${scratch.extensionHost}/`));
  } catch (error) {
    if (!options.folders) removeScratch(scratch);
    throw error;
  }
}

/** Writes a native manifest, the one way to set things for this browser alone: policies.json is read by all of the machine. */
async function writeManaged({ home }: Scratch, id: string, data: object): Promise<void> {
  const folder = join(home, ".mozilla", "managed-storage");
  await mkdir(folder, { recursive: true });
  const manifest = { name: id, description: "What an administrator has set", type: "storage", data };
  await writeFile(join(folder, `${id}.json`), JSON.stringify(manifest));
}

async function firefoxEngine(
  browser: Browser,
  scratch: Scratch,
  options: FirefoxOptions,
  id: string,
  address: string,
): Promise<Engine> {
  const send = bidiOf(browser);
  const privileged = await privilegesOf(send);
  if (options.language !== undefined && options.language !== "en") await speak(privileged, options.language);
  for (const extension of [options.extension, ...(options.others ?? [])]) {
    await send("webExtension.install", {
      extensionData: { type: extension.endsWith(".zip") ? "archivePath" : "path", path: resolve(extension) },
      "moz:allowPrivateBrowsing": options.privateWindows ?? false,
    });
  }

  const declareExtension = `const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});`;
  const backgroundState = () => privileged<string>(`${declareExtension} return extension.backgroundState ?? "none";`);
  await poll("the event page's start", async () => /running|none/.test(await backgroundState()), START_MS);
  const desk = await openDesk(send, address);

  return {
    name: "firefox",
    downloads: scratch.downloads,
    evaluateInExtension: (expression) => evaluateIn(send, desk, expression),
    kill: () => killBrowser(browser),
    close: () => endBrowser(browser, scratch, options),
    historyUrls: () => firefoxHistory(privileged),
    backgroundIsRunning: async () => (await backgroundState()) !== "stopped",
    // Also without a network Firefox reaches this machine itself.
    setOffline: (isOffline) => {
      const address = isOffline ? UNREACHABLE : hostsLeadTo(options);
      return privileged(
        `Services.prefs.setCharPref("network.dns.forceResolve", "${address}"); Services.io.offline = ${isOffline};`,
      );
    },
    watch: () => watchFirefox(privileged, scratch.extensionHost, () => evaluateIn(send, desk, WAKE)),
    tabCount: async () => (await countFirefoxTabs(privileged)) - 1,

    async openContainerTab(url) {
      const { userContext } = await send<{ userContext: string }>("browser.createUserContext", {});
      const { context } = await send<{ context: string }>("browsingContext.create", { type: "tab", userContext });
      await send("browsingContext.navigate", { context, url, wait: "none" });
    },

    async driverAt(url) {
      const { contexts } = await send<{ contexts: { context: string; url: string }[] }>("browsingContext.getTree", {});
      const tab = contexts.find((context) => context.url === url);
      return tab ? new FirefoxPage(send, privileged, tab.context) : null;
    },

    async stopBackground() {
      // What Firefox's own idle timer calls: a background with unanswered events is spared the first time.
      await privileged(`${declareExtension} await extension.terminateBackground();`);
    },
  };
}

/** Opens the extension's manifest in a background tab: a document with the extension's rights and no script. */
async function openDesk(send: SendBidi, address: string): Promise<string> {
  const { context } = await send<{ context: string }>("browsingContext.create", { type: "tab", background: true });
  await send("browsingContext.navigate", { context, url: `${address}manifest.json`, wait: "none" });
  const ready = "String(document.readyState === 'complete' && typeof browser?.runtime?.id)";
  await poll("a page of the extension", async () => (await evaluateIn(send, context, ready)) === "string");
  return context;
}
