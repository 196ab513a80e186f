import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LaunchOptions } from "./lab-browser.ts";

/** What `launchChromium` takes. */
export interface ChromiumOptions extends LaunchOptions {
  /** Chromium features to switch on, such as `WebRequestSecurityInfo`. */
  readonly features?: readonly string[];
  /** Lets pages have others prepared in advance, as people's browsers do; off by default. */
  readonly preloads?: boolean;
}

// Each of these either speaks to the internet by itself or turns an http address of a test into https.
const FEATURES_OFF = [
  "AutofillServerCommunication",
  "DnsOverHttps",
  "HttpsFirstBalancedMode",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsFirstModeV2",
  "HttpsFirstModeV2ForTypicallySecureUsers",
  "HttpsUpgrades",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
];

/** Command line that keeps Chromium to the lab: every host leads to one address, and nothing else is asked. */
export function chromiumArguments(options: ChromiumOptions): string[] {
  const mapTo = options.hosts?.mapTo ?? "127.0.0.1";
  const language = options.language ?? "en";
  return [
    `--host-resolver-rules=MAP * ${mapTo}, EXCLUDE ${mapTo}`,
    `--lang=${language}`,
    `--accept-lang=${language}`,
    "--window-size=1280,900",
    "--no-proxy-server",
    "--no-pings",
    "--no-default-browser-check",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-quic",
    "--safebrowsing-disable-auto-update",
    `--disable-features=${FEATURES_OFF.join(",")}`,
    ...(options.features === undefined ? [] : [`--enable-features=${options.features.join(",")}`]),
    // Chromium's sandbox refuses to run as root, which is what containers usually are.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}

// What only the profile can switch off: the captive portal check, Safe Browsing, search suggestions.
const PREFERENCES = {
  alternate_error_pages: { enabled: false },
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
};

const NO_PRELOADS = { net: { network_prediction_options: 2 } };

/** Writes Chromium's first preferences into a profile, unless it has used that before. */
export async function writeChromiumPreferences(profile: string, preloads: boolean): Promise<void> {
  const file = join(profile, "Default", "Preferences");
  if (existsSync(file)) return;
  await mkdir(join(profile, "Default"), { recursive: true });
  await writeFile(file, JSON.stringify({ ...PREFERENCES, ...(preloads ? {} : NO_PRELOADS) }));
}
