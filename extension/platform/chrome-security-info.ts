/** Chrome's details of `webRequest.onHeadersReceived` where it shows certificates; at first the leaf alone. */
export interface SecurityInfoDetails {
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly type: string;
  readonly url: string;
  readonly method: string;
  readonly initiator?: string;
  readonly parentFrameId?: number;
  readonly documentId?: string;
  readonly parentDocumentId?: string;
  readonly documentLifecycle?: string;
  readonly fromCache?: boolean;
  readonly securityInfo?: {
    /** "broken" also where the user went on past a warning. */
    readonly state?: "secure" | "insecure" | "broken";
    readonly certificates?: readonly { readonly rawDER?: ArrayBuffer }[];
  };
}

/**
 * Asks Chrome for certificates with the headers. Where the browser has that switched off, it registers nothing and does not say so:
 * the first event is the only sign, so nothing else may depend on this listener.
 */
export function onChromeSecurityInfo(listener: (details: SecurityInfoDetails) => void): void {
  const { onHeadersReceived } = chrome.webRequest;
  try {
    const extra = ["securityInfoRawDer"] as unknown as Parameters<typeof onHeadersReceived.addListener>[2];
    onHeadersReceived.addListener(
      (details) => {
        listener(details as unknown as SecurityInfoDetails);
        return undefined;
      },
      { urls: ["https://*/*", "wss://*/*"] },
      extra,
    );
  } catch {
    // An older browser does not know the option at all, and then has nothing to show.
  }
}
