/** Where in the browser something was seen, so that it is attributed to the right page or to none. */
export type Place = Readonly<{ tabId: number }> & (Page | Resource);

/** The connection of the tab's own document, redirects included. */
interface Page {
  readonly part: "page";
  /** As in `Visit.request`. */
  readonly request: string | null;
}

/** One of what a document loads. */
interface Resource {
  readonly part: "resource";
  /** Host of the document that asked, when the browser says so of a top frame; null when it does not. */
  readonly documentHost: string | null;
}

/** The parts of a webRequest event that say where it belongs. Firefox names the document by its URL, Chrome by its origin. */
export interface RequestDetails {
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly type: string;
  readonly documentUrl?: string | undefined;
  readonly initiator?: string | undefined;
}

/** The place of a request; null for requests that belong to no tab. */
export function placeOf({ requestId, tabId, frameId, type, documentUrl, initiator }: RequestDetails): Place | null {
  if (tabId < 0) return null;
  if (type === "main_frame") return { tabId, part: "page", request: requestId };
  const document = frameId === 0 ? (documentUrl ?? initiator) : undefined;
  return { tabId, part: "resource", documentHost: document === undefined ? null : hostOf(document) };
}

/** Host of a URL as an observation wants it: no port, no brackets; null for URLs without one. */
export function hostOf(url: string): string | null {
  const hostname = URL.parse(url)?.hostname ?? "";
  return hostname === "" ? null : hostname.replace(/^\[|\]$/g, "");
}
