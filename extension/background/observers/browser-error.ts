import type { BrowserError } from "../../../src/detection/observation.ts";
import { browser } from "../../platform/browser.ts";
import { firefoxWebRequest } from "../../platform/firefox-web-request.ts";
import { hostOf, type Place, placeOf } from "../place.ts";
import { chromeCertificateError, firefoxCertificateError } from "./certificate-error.ts";
import type { Report } from "./observer.ts";

/**
 * Both browsers say when they stop a connection because of its certificate. Chrome names it for every request; Firefox gives a number
 * that does not depend on the language only for pages and frames.
 */
export function observeBrowserErrors(report: Report): void {
  if (firefoxWebRequest) {
    browser.webNavigation.onErrorOccurred.addListener((details) => {
      // The published types lack the error, which is the point of the event.
      const { tabId, frameId, url, error } = details as typeof details & { error?: string };
      const part = frameId === 0 ? "page" : "resource";
      tell(report, { tabId, part, request: null, documentHost: null }, url, firefoxCertificateError(error ?? ""));
    });
    return;
  }
  browser.webRequest.onErrorOccurred.addListener(
    (details) => {
      const place = placeOf(details);
      if (place) tell(report, place, details.url, chromeCertificateError(details.error));
    },
    { urls: ["https://*/*", "wss://*/*"] },
  );
}

function tell(report: Report, place: Place, url: string, error: BrowserError | null): void {
  const host = hostOf(url);
  if (host === null || !error) return;
  report(place, {
    connection: "page",
    source: "browser-error",
    host,
    at: Date.now(),
    basis: "error",
    outcome: "stopped",
    error,
  });
}
