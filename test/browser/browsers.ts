import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, inject, it } from "vitest";
import type { AlertLevel } from "../../extension/settings/settings.ts";
import type { Verdict } from "../../src/detection/verdict.ts";
import type { RootName } from "../lab/lab-identity.ts";
import { labFiles } from "../lab/lab-identity.ts";
import { setAlertLevel } from "./change-settings.ts";
import type { LabBrowser, Language } from "./harness/lab-browser.ts";
import { launchChromium } from "./harness/launch-chromium.ts";
import { launchFirefox } from "./harness/launch-firefox.ts";
import type { Scratch } from "./harness/scratch.ts";

export type BrowserName = LabBrowser["name"];

/** What both browsers must do, and do by code of their own: tried in both every time. */
export const BOTH: readonly BrowserName[] = ["chromium", "firefox"];

/** What is the same code in both browsers: tried in one of them, and in both by `npm run test:long`. */
export const inTurn = (first: BrowserName): readonly BrowserName[] => (process.env.ROOTWATCH_LONG ? BOTH : [first]);

interface Options {
  readonly features?: readonly string[];
  readonly language?: Language;
  readonly privateWindows?: boolean;
  readonly folders?: Scratch;
  /** Of Chromium. */
  readonly preloads?: boolean;
  /** Folders of other extensions, which are there too. */
  readonly others?: readonly string[];
  /** Of Firefox. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** Of Firefox. */
  readonly managed?: object;
  /** `badge` by default, so that intercepted pages can be looked at; people begin with `page`. */
  readonly alertLevel?: AlertLevel;
  /** Leaves the page open that opens by itself after the installation, which every start of a test is. */
  readonly keepsWelcome?: boolean;
}

/** Path of the page that opens after the installation. */
export const WELCOME = "extension/welcome/index.html";

/** `it` for what only Firefox lets a test see; in the other browser there is no such test. */
export const onlyFirefox = (name: BrowserName) => (name === "firefox" ? it : () => undefined);

/** Starts a browser with the lab build of Rootwatch that trusts these of the lab's roots. */
export async function launch(
  name: BrowserName,
  trusted: readonly RootName[],
  { alertLevel = "badge", keepsWelcome = false, ...options }: Options = {},
): Promise<LabBrowser> {
  const build = inject("labBuild");
  const { roots } = labFiles(build.folder);
  const common = { ...options, roots: trusted.map((root) => roots[root]) };
  const browser = await (name === "chromium"
    ? launchChromium({ ...common, extension: build.chrome })
    : launchFirefox({ ...common, extension: build.firefox }));
  // Before a test counts tabs, or has one in front.
  if (!keepsWelcome) await closeWelcome(browser, options.privateWindows ?? false);
  if (alertLevel !== "page") await setAlertLevel(browser, alertLevel);
  return browser;
}

/** @param mayBeLacking as where Firefox, to let an add-on into private windows, starts it anew before it has learnt that it was installed. */
async function closeWelcome(browser: LabBrowser, mayBeLacking: boolean): Promise<void> {
  try {
    await (await browser.findExtensionPage(WELCOME)).close();
  } catch (error) {
    if (!mayBeLacking) throw error;
  }
}

/** What the toolbar icon says of a tab. */
export async function badgeOf(browser: LabBrowser, tabId: number): Promise<{ text: string; title: string }> {
  return browser.inExtension(
    `Promise.all([chrome.action.getBadgeText({ tabId: ${tabId} }), chrome.action.getTitle({ tabId: ${tabId} })])
      .then(([text, title]) => ({ text, title }))`,
  );
}

/** The text of the popup for a tab. */
export async function popupText(browser: LabBrowser, tabId: number): Promise<string> {
  const popup = await browser.openPopup(tabId);
  try {
    await popup.waitFor({ selector: "h1" });
    return await popup.text();
  } finally {
    await popup.close();
  }
}

/** Waits until the toolbar icon and the popup of a tab both say this verdict, and gives the popup's text. */
export async function expectVerdict(browser: LabBrowser, tabId: number, verdict: Verdict): Promise<string> {
  const { headline, badge } = SHOWN[verdict];
  await expect.poll(() => badgeOf(browser, tabId), WAIT).toEqual({ text: badge, title: `Rootwatch: ${headline}` });
  const text = await popupText(browser, tabId);
  expect(text).toContain(headline);
  return text;
}

/** Waits until the popup of a tab says something. */
export async function expectPopup(browser: LabBrowser, tabId: number, part: string): Promise<void> {
  await expect.poll(() => popupText(browser, tabId), WAIT).toContain(part);
}

/** How long a browser may take to show something. */
export const WAIT = { timeout: 30_000, interval: 50 };

/** What a user sees of each verdict. */
const SHOWN: Readonly<Record<Verdict, { readonly headline: string; readonly badge: string }>> = {
  intercepted: { headline: "Someone else can read and change this connection", badge: "!!" },
  suspected: { headline: "Looks like interception", badge: "!" },
  refused: { headline: "Your browser stopped this connection; nothing was sent", badge: "×" },
  listed: { headline: "A certificate on the list; this alone does not show interception", badge: "i" },
  "added-root": { headline: "An added root certificate is in use", badge: "+" },
  "nothing-found": { headline: "Nothing found", badge: "" },
  "not-inspected": { headline: "Not checked", badge: "" },
};

/** A port on this machine where nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
