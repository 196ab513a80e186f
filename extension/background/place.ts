/** Where in the browser something was seen, so that it is attributed to the right page or to none. */
export type Place = Readonly<{ tabId: number }> & (Page | Resource);

/** The connection of the tab's own document, redirects included. */
interface Page {
  readonly part: "page";
  /** As in `Visit.request`. */
  readonly request: string | null;
  /** The URL of a page that was asked for by GET, so that nothing is lost when it is loaded again; absent otherwise. */
  readonly replaceable?: string;
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
  readonly url?: string | undefined;
  readonly method?: string | undefined;
  readonly documentUrl?: string | undefined;
  readonly initiator?: string | undefined;
}

/** The place of a request; null for requests that belong to no tab. */
export function placeOf(details: RequestDetails): Place | null {
  const { requestId, tabId, frameId, type, url, method, documentUrl, initiator } = details;
  if (tabId < 0) return null;
  if (type === "main_frame") {
    // A page prepared in advance has a frame of its own and stands in the place of nothing yet.
    const isReplaceable = frameId === 0 && method === "GET" && url !== undefined;
    return { tabId, part: "page", request: requestId, ...(isReplaceable ? { replaceable: url } : {}) };
  }
  const document = frameId === 0 ? (documentUrl ?? initiator) : undefined;
  return { tabId, part: "resource", documentHost: document === undefined ? null : hostOf(document) };
}

/** Host of a URL as an observation wants it: no port, no brackets; null for URLs without one. */
export function hostOf(url: string): string | null {
  const hostname = URL.parse(url)?.hostname ?? "";
  return hostname === "" ? null : hostname.replace(/^\[|\]$/g, "");
}
