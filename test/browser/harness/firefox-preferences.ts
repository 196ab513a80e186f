import type { LaunchOptions } from "./lab-browser.ts";
import type { Scratch } from "./scratch.ts";

/** What `launchFirefox` takes. */
export interface FirefoxOptions extends LaunchOptions {
  /** The id in the manifest's `browser_specific_settings.gecko`. `rootwatch@rootwatch.example` by default. */
  readonly extensionId?: string;
  /** Preferences that come on top of the harness's own, and over them. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /**
   * How long the event page may idle before Firefox ends it, in milliseconds; at least 100. Firefox's 30 seconds by
   * default.
   */
  readonly idleTimeoutMs?: number;
  /** What an administrator has set for the extension: what its `storage.managed` gives out. */
  readonly managed?: object;
}

// What Firefox asks of the internet by itself, beyond what its remote control already switches off.
const SILENCE = {
  "app.normandy.enabled": false,
  "app.shield.optoutstudies.enabled": false,
  "app.update.enabled": false,
  "browser.region.update.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "dom.push.enabled": false,
  "extensions.blocklist.enabled": false,
  "media.gmp-manager.url": "",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "network.dns.native_https_query": false,
  "network.http.http3.enable": false,
  "network.predictor.enabled": false,
  "network.prefetch-next": false,
  "network.proxy.type": 0,
  "network.trr.mode": 5,
  "security.OCSP.enabled": 0,
  "security.pki.crlite_mode": 0,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.unified": false,
};

// Otherwise Firefox turns a test's http address into https.
const NO_UPGRADES = {
  "dom.security.https_first": false,
  "dom.security.https_first_pbm": false,
  "dom.security.https_first_schemeless": false,
  "dom.security.https_only_mode": false,
};

// Firefox takes a temporary add-on away when it closes; its storage is to be there when it comes again.
const LASTING = { "extensions.webextensions.keepStorageOnUninstall": true };

/** The address of every host. */
export const hostsLeadTo = ({ hosts }: FirefoxOptions): string => hosts?.mapTo ?? "127.0.0.1";

/** The preferences of a run. */
export function firefoxPreferences(
  options: FirefoxOptions,
  extensionId: string,
  { extensionHost, downloads }: Scratch,
): Record<string, string | number | boolean> {
  return {
    ...SILENCE,
    ...NO_UPGRADES,
    "network.dns.forceResolve": hostsLeadTo(options),
    "extensions.webextensions.uuids": JSON.stringify({ [extensionId]: extensionHost }),
    // An empty answer with an error status must look as it does to a user, not as the remote control prefers it.
    "browser.http.blank_page_with_error_response.enabled": false,
    "browser.download.folderList": 2,
    "browser.download.dir": downloads,
    "browser.download.useDownloadDir": true,
    "intl.accept_languages": options.language ?? "en",
    ...(options.idleTimeoutMs === undefined ? {} : { "extensions.background.idle.timeout": options.idleTimeoutMs }),
    ...(options.folders ? LASTING : {}),
    ...options.prefs,
  };
}
