import { hostOf } from "../../../src/detection/host-of.ts";
import type { BrowserError, Observation } from "../../../src/detection/observation.ts";
import { browser } from "../../platform/browser.ts";
import { firefoxWebRequest } from "../../platform/firefox-web-request.ts";
import { placeOf } from "../place.ts";
import { chromeCertificateError, firefoxCertificateError } from "./certificate-error.ts";
import { tellProbeOfFrame } from "./own-requests.ts";
import { type Report, unseen } from "./report.ts";

/** Navigations end so when a newer one begins, the user stops them, or they turn out to be downloads: the tab keeps its page. */
const ABORTED = /ERR_ABORTED|2152398850/;

/** Where it is handed in what became of a navigation that brought no page. */
interface PageReports {
  /** It failed, and the browser shows its error page in the place of this URL. */
  errorPage(tabId: number, url: string, observation: Observation): void;
  /** It was given up or was no page, and the tab keeps the one it has. */
  aborted(tabId: number): void;
}

/**
 * Both browsers say when a page or a frame does not open, and whether its certificate was the reason: Chrome by a name, Firefox by a
 * number, neither in the user's language. For what a page loads only Chrome says so.
 */
export function observeBrowserErrors(report: Report, reports: PageReports): void {
  browser.webNavigation.onErrorOccurred.addListener((details) => {
    // The published types lack the error, which is the point of the event.
    const { tabId, frameId, url, error = "" } = details as typeof details & { error?: string };
    const host = hostOf(url);
    // A link to another program fails too, and leaves the page where it is.
    if (host === null || !/^https?:/.test(url)) return;
    if (ABORTED.test(error)) {
      if (frameId === 0) reports.aborted(tabId);
      return;
    }
    if (frameId !== 0 && tellProbeOfFrame(tabId, url, error)) return;
    const refusal = chromeCertificateError(error) ?? firefoxCertificateError(error);
    if (frameId === 0) {
      reports.errorPage(tabId, url, refusal ? stopped(host, refusal) : unseen(host, "did-not-open"));
    } else if (refusal) void report({ tabId, part: "resource", documentHost: null }, stopped(host, refusal));
  });
  if (firefoxWebRequest) return;
  browser.webRequest.onErrorOccurred.addListener(
    (details) => {
      const [place, host, refusal] = [placeOf(details), hostOf(details.url), chromeCertificateError(details.error)];
      if (place && place.part !== "page" && host !== null && refusal) void report(place, stopped(host, refusal));
    },
    { urls: ["https://*/*", "wss://*/*"] },
  );
}

function stopped(host: string, error: BrowserError): Observation {
  const circumstances = { connection: "page", source: "browser-error", host, at: Date.now() } as const;
  return { ...circumstances, basis: "error", outcome: "stopped", error };
}
