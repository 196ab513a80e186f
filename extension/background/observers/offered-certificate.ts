import { browser } from "../../platform/browser.ts";
import { firefoxWebRequest } from "../../platform/firefox-web-request.ts";
import { OFFERED_PAGE, type Offer, type OfferReception } from "../offer.ts";
import { certificateDataUrl, isCertificateResponse, type ResponseDetails } from "./certificate-response.ts";

/** Where it is handed in that a tab was offered a certificate. */
export interface OfferReports {
  /** Notes an offer on a tab. */
  offered(tabId: number, offer: Offer): Promise<OfferReception>;
  /** Notes an offer that came elsewhere on the tab of our page about it. */
  shown(tabId: number, offer: Offer): Promise<unknown>;
  /** Host of the page that a tab shows; null where there is none. */
  siteIn(tabId: number): Promise<string | null>;
}

interface Details extends ResponseDetails {
  readonly tabId: number;
  readonly method: string;
  readonly type: string;
}

/**
 * A page or a frame that turns out to be a certificate. Firefox would ask whether to trust it: there it is held, and our page, which
 * offers to continue, takes the place of the tab's. Chrome saves it like any file: our page opens beside it. What a frame offers is told by
 * the icon and the popup alone: an advertisement must not take the page away from its reader. What a page holds in a data: address comes over
 * no network; its navigation is told of all the same, in both browsers, and cannot be held.
 */
export function observeOfferedCertificates({ offered, shown, siteIn }: OfferReports): void {
  const page = browser.runtime.getURL(OFFERED_PAGE);

  const hold = async ({ tabId, url, method, type }: Details): Promise<object> => {
    const isInFrame = type !== "main_frame";
    if ((await offered(tabId, { url, method, isInFrame, isHeld: true })) === "let-through") return {};
    // A redirect to our page would need it to be open to every site. Where it does not open, the icon and the popup say it.
    if (!isInFrame) await browser.tabs.update(tabId, { url: page }).catch(() => null);
    return { cancel: true };
  };

  const notice = async (tabId: number, offer: Offer): Promise<void> => {
    if ((await offered(tabId, offer)) !== "first" || offer.isInFrame) return;
    // A page can offer as often as it likes, and load itself anew in between; it must not fill the window with ours.
    if ((await browser.tabs.query({ url: page })).length > 0) return;
    // In a private window Chrome shows no page of ours: there the icon and the popup say it.
    const isPrivate = await browser.tabs.get(tabId).then(
      ({ incognito }) => incognito,
      () => true,
    );
    if (isPrivate) return;
    // The tab of a download that was opened for it alone is gone at once, so our page's own tab has the offer too.
    const { id } = await browser.tabs.create({ url: page });
    if (id !== undefined) await shown(id, offer);
  };

  browser.webNavigation.onBeforeNavigate.addListener(({ tabId, frameId, url: address }) => {
    const url = certificateDataUrl(address);
    if (url === null) return;
    const offer = { url, method: "GET", isInFrame: frameId !== 0, isHeld: false };
    // Where our page does not open, the icon and the popup say it.
    void siteIn(tabId)
      .then((host) => notice(tabId, host === null ? offer : { ...offer, host }))
      .catch(() => null);
  });

  const isOffer = (details: Details) => details.tabId >= 0 && isCertificateResponse(details);
  const filter = { urls: ["http://*/*", "https://*/*"], types: ["main_frame" as const, "sub_frame" as const] };
  if (firefoxWebRequest) {
    firefoxWebRequest.onHeadersReceived.addListener(
      (details) => (isOffer(details) ? hold(details) : undefined),
      filter,
      ["blocking", "responseHeaders"],
    );
    return;
  }
  browser.webRequest.onHeadersReceived.addListener(
    (details) => {
      const { tabId, url, method, type } = details;
      const offer = { url, method, isInFrame: type !== "main_frame", isHeld: false };
      if (isOffer(details)) void notice(tabId, offer).catch(() => null);
      return undefined;
    },
    filter,
    ["responseHeaders"],
  );
}
