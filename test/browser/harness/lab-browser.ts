import type { Key } from "./page-driver.ts";
import type { Scratch } from "./scratch.ts";
import type { Watch } from "./watch.ts";

/** Interface language of a browser under test; `browser.i18n` picks `_locales/<language>` by it. */
export type Language = "en" | "ru" | "kk";

/** What both launchers take. */
export interface LaunchOptions {
  /** Folder of the unpacked extension; in Firefox also a zip. */
  readonly extension: string;
  /** PEM files of roots to trust, as a user would have installed them. None by default. */
  readonly roots?: readonly string[];
  /** Where every host name and address leads; the port is the one in the URL. 127.0.0.1 by default. */
  readonly hosts?: { readonly mapTo: string };
  /** English by default. */
  readonly language?: Language;
  /** Lets the extension into private windows, as a user would in the extension's settings. */
  readonly privateWindows?: boolean;
  /** Shows real windows; needs a display. */
  readonly headful?: boolean;
  /** Folders that outlive the browser, so that its profile can be started again; whoever made them removes them. */
  readonly folders?: Scratch;
  /** Folders of other extensions, unpacked, which are there beside it. */
  readonly others?: readonly string[];
}

/** How a navigation ended. */
export interface Visit {
  /**
   * The browser's own code of the error page it shows, such as `net::ERR_CERT_DATE_INVALID` or
   * `SEC_ERROR_UNKNOWN_ISSUER`. Null when the server answered, whatever its HTTP status, also when there was nothing to
   * show (204, a download).
   */
  readonly error: string | null;
  /** True only when that error is about the server's certificate. */
  readonly refused: boolean;
}

/**
 * What `waitFor` waits for: a visible element, a part of the visible text, or a JavaScript expression that is truthy.
 */
export type Condition = { readonly selector: string } | { readonly text: string } | { readonly expression: string };

/** Size and colours of a screenshot. Without a height the whole page is taken. */
export interface Shot {
  readonly width: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/** A page of the extension, in a tab of its own. */
export interface ExtensionPage {
  /** The id by which the extension knows this tab. */
  readonly tabId: number;
  /** The address that the user sees, also on the browser's error pages. */
  url(): Promise<string>;
  /** The text that a reader sees; hidden elements are left out. */
  text(): Promise<string>;
  /**
   * The JSON value of a JavaScript expression, awaited if it is a promise; the caller vouches for the type. Undefined
   * stays undefined.
   * @throws Error when the expression throws.
   */
  evaluate<T>(expression: string): Promise<T>;
  /**
   * Presses the first element that fits, with real mouse input, so that it counts as the user's own act.
   * @throws Error when there is none, it is invisible, disabled or covered by another, or the press hit something else because the page moved.
   */
  click(selector: string): Promise<void>;
  /** Presses a key in this tab, brought to the front, with real keyboard input. */
  pressKey(key: Key): Promise<void>;
  /** Gives the page a viewport of this width in CSS pixels; null: the window's own again. */
  resize(width: number | null): Promise<void>;
  /**
   * @throws Error, with the page's text, when the condition does not hold within the time (milliseconds, 30,000 by
   * default).
   */
  waitFor(condition: Condition, timeoutMs?: number): Promise<void>;
  /** Writes a PNG file, at one image pixel for each CSS pixel. */
  screenshot(file: string, shot: Shot): Promise<void>;
  close(): Promise<void>;
}

/** A tab in which a test browses. */
export interface LabPage extends ExtensionPage {
  /**
   * Loads an address. Chromium holds back its certificate error page for three seconds from about the third one of a
   * run on.
   * @throws Error only when the navigation neither ends nor fails within 20 seconds; a refusal is an answer.
   */
  goto(url: string): Promise<Visit>;
  reload(): Promise<Visit>;
  back(): Promise<Visit>;
  /**
   * Does what the "accept the risk" button of the certificate error page does, so that the browser stores a real
   * exception for this host and port, and loads the page.
   * @throws Error when the page shown is no certificate error, or the browser offers no exception for it.
   */
  acceptRisk(): Promise<Visit>;
}

/** A real browser with the extension in it, in a profile of its own. */
export interface LabBrowser {
  readonly name: "chromium" | "firefox";
  /** Folder into which the browser saves downloads without asking. */
  readonly downloads: string;
  /** Opens a new tab in front, in a normal window or a new private one; in Firefox also in a container that no other tab is in. */
  open(url: string, options?: { readonly private?: boolean; readonly container?: boolean }): Promise<LabPage>;
  /** Waits up to 5 seconds for a tab of one of the extension's own pages whose address contains the text. */
  findExtensionPage(urlPart: string): Promise<ExtensionPage>;
  /** Opens a page of the extension, given by its path inside the extension with any query, in a new tab. */
  openExtensionPage(path: string): Promise<ExtensionPage>;
  /** Opens the popup's page for a tab, in a new tab of its own. */
  openPopup(tabId: number): Promise<ExtensionPage>;
  /**
   * The JSON value of a JavaScript expression evaluated in an extension page that runs no script of the extension, so
   * `chrome.*` works, with promises, in both browsers. In Firefox that page is a background tab, which `tabs.query`
   * lists.
   * @throws Error when the expression throws.
   */
  inExtension<T>(expression: string): Promise<T>;
  /** Number of tabs in all windows, without the harness's own. */
  tabCount(): Promise<number>;
  /** Every address in the browser's history. */
  historyUrls(): Promise<string[]>;
  /** True while the service worker or event page exists. */
  backgroundIsRunning(): Promise<boolean>;
  /** Ends the service worker or event page as the browser does when it is idle, and returns once it has stayed away. */
  evictBackground(): Promise<void>;
  /** Takes the network away from the background and every tab that is open, or gives it back. */
  setOffline(isOffline: boolean): Promise<void>;
  /** Begins to watch background and pages. In Chromium the background does not end by itself any more then. */
  watch(): Promise<Watch>;
  /** Ends every process of the browser with SIGKILL, as when the device loses power or runs out of memory. */
  kill(): Promise<void>;
  /** Ends the browser and, unless it was given its folders, deletes everything it wrote. May be called again. */
  close(): Promise<void>;
}
