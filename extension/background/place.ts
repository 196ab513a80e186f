import { hostOf } from "../../src/detection/host-of.ts";

/** Where in a tab something was seen, so that it is attributed to the right page or to none. */
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
  /** Host of the top document that asked, when the browser says so; null when it does not. */
  readonly documentHost: string | null;
  /** As in `Visit.document`, of the top document; absent when the browser does not say so. */
  readonly document?: string | undefined;
}

/** Where a service or shared worker loads something: it belongs to no tab, and serves every page of its host. */
export interface Worker {
  readonly part: "worker";
  readonly documentHost: string;
  /** As in `Visit.store`. */
  readonly store: string | null;
  /** Whether it serves private windows; null where the browser does not say so. */
  readonly isPrivate: boolean | null;
}

/** The parts of a webRequest event that say where it belongs. Firefox names the document by its URL, Chrome by its origin. */
export interface RequestDetails {
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly parentFrameId?: number | undefined;
  readonly type: string;
  readonly url?: string | undefined;
  readonly method?: string | undefined;
  readonly documentUrl?: string | undefined;
  readonly initiator?: string | undefined;
  readonly documentId?: string | undefined;
  readonly parentDocumentId?: string | undefined;
  /** Chrome: "prerender" before a page is shown; "cached" and "pending_deletion" when it is gone. */
  readonly documentLifecycle?: string | undefined;
  /** Firefox: the documents around a frame's, the top one last; empty when the frame is gone. */
  readonly frameAncestors?: readonly { readonly url: string }[] | undefined;
  readonly cookieStoreId?: string | undefined;
  readonly incognito?: boolean | undefined;
}

/** Where a request belongs; null for what is of no page that is or was shown, nor of a worker. */
export function placeOf(details: RequestDetails): Place | Worker | null {
  const { requestId, tabId, frameId, type, url, method, documentLifecycle } = details;
  if (tabId < 0) return workerOf(details);
  // What Chrome prepares in advance may never be shown; it has a frame of its own and the tab's id.
  if (documentLifecycle === "prerender") return null;
  if (type !== "main_frame") return resourceOf(details);
  if (frameId !== 0) return null;
  const isReplaceable = method === "GET" && url !== undefined;
  return { tabId, part: "page", request: requestId, ...(isReplaceable ? { replaceable: url } : {}) };
}

function resourceOf(details: RequestDetails): Place | null {
  const { tabId, frameId, parentFrameId, documentLifecycle, frameAncestors } = details;
  // The top document of a page that is gone has no longer frame 0 in Chrome, but still no parent.
  if (frameId === 0 || parentFrameId === -1) {
    const url = details.documentUrl ?? details.initiator;
    return { tabId, part: "resource", documentHost: hostOfMaybe(url), document: details.documentId };
  }
  if (parentFrameId === 0) {
    const url = frameAncestors?.at(-1)?.url;
    return { tabId, part: "resource", documentHost: hostOfMaybe(url), document: details.parentDocumentId };
  }
  const isGone = (documentLifecycle !== undefined && documentLifecycle !== "active") || frameAncestors?.length === 0;
  return isGone ? null : { tabId, part: "resource", documentHost: hostOfMaybe(frameAncestors?.at(-1)?.url) };
}

function workerOf({ documentUrl, initiator, cookieStoreId, incognito }: RequestDetails): Worker | null {
  const documentHost = hostOfMaybe(documentUrl ?? initiator);
  if (documentHost === null) return null;
  return { part: "worker", documentHost, store: cookieStoreId ?? null, isPrivate: incognito ?? null };
}

const hostOfMaybe = (url: string | undefined) => (url === undefined ? null : hostOf(url));
