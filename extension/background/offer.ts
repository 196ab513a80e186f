import * as v from "valibot";
import { hostOf } from "../../src/detection/host-of.ts";
import type { OfferView } from "../views/page-view.ts";
import { isDrillUrl } from "./drill-address.ts";

/** A certificate that a tab was offered. */
export const Offer = v.object({
  /** Of the file itself, after any redirect; of a data: address, which is the file, only the beginning up to the first comma. */
  url: v.string(),
  /** The host of the page that holds the file in a data: address; absent where the address of the file names its own. */
  host: v.optional(v.string()),
  method: v.string(),
  /** Whether a frame offered it, and not the page itself. */
  isInFrame: v.boolean(),
  /** Whether the browser was kept from taking it. */
  isHeld: v.boolean(),
  /** Whether the user let it through and it has not come again since. */
  mayPass: v.optional(v.boolean()),
});
export type Offer = Readonly<v.InferOutput<typeof Offer>>;

/** What an offer is to its tab: the first of the page that it shows, another one, or the very one that the user let through. */
export type OfferReception = "first" | "another" | "let-through";

/** Where our page about an offer lies in the extension. */
export const OFFERED_PAGE = "extension/offered/index.html";

/** A state that may hold an offer. */
interface WithOffer {
  readonly offer?: Offer | undefined;
}

/** Whether this is the very offer that the user let through. */
export function mayPass({ offer }: WithOffer, { url, method }: Offer): boolean {
  return offer?.mayPass === true && offer.url === url && offer.method === method;
}

/** The host that offers: of the file, or of the page that holds it; null where neither has one. */
export function offeringHost({ url, host }: Offer): string | null {
  return hostOf(url) ?? host ?? null;
}

/** What a page is told of a tab's offer; null without one. */
export function offerView({ offer }: WithOffer): OfferView | null {
  if (!offer) return null;
  const { url, method, isHeld } = offer;
  const reading = url.startsWith("data:") ? "in-page" : method === "GET" ? "again" : "after-form";
  return { url, host: offeringHost(offer) ?? "", isHeld, reading, isDrill: isDrillUrl(url) };
}
