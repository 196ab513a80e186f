import { browser } from "./browser.ts";

/** Firefox's `SecurityInfo`, as far as it is used; the published types lack half of it. */
export interface SecurityInfo {
  readonly certificates: readonly {
    /** DER, one number a byte. */
    readonly rawDER?: readonly number[];
    /** In base64. */
    readonly subjectPublicKeyInfoDigest?: { readonly sha256: string };
    /** Of the chain's last certificate: whether Firefox ships it. */
    readonly isBuiltInRoot?: boolean;
  }[];
  /** "policy_compliant" where the certificate timestamps are what Firefox asks for, whichever way they came. */
  readonly certificateTransparencyStatus?: string;
  readonly isUntrusted?: boolean;
  readonly isDomainMismatch?: boolean;
  readonly isNotValidAtThisTime?: boolean;
}

/** Firefox's details of `webRequest.onHeadersReceived`, as far as they are used. */
export interface HeadersDetails {
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly type: string;
  readonly url: string;
  readonly method: string;
  readonly parentFrameId?: number;
  readonly statusCode?: number;
  /** Only where asked for. */
  readonly responseHeaders?: readonly { readonly name: string; readonly value?: string }[];
  readonly documentUrl?: string;
  /** Of the document that asked. */
  readonly originUrl?: string;
  readonly documentId?: string;
  readonly parentDocumentId?: string;
  readonly frameAncestors?: readonly { readonly url: string }[];
  readonly incognito?: boolean;
  readonly fromCache?: boolean;
  /** Begins with the protocol's version, such as "HTTP/3.0". */
  readonly statusLine?: string;
  readonly ip?: string | null;
  readonly cookieStoreId?: string;
  readonly proxyInfo?: { readonly type: string; readonly host?: string; readonly port?: number } | null;
}

/** A header as a request will send it. */
export interface RequestHeader {
  readonly name: string;
  readonly value?: string;
}

interface FirefoxWebRequest {
  readonly onBeforeSendHeaders: {
    addListener(
      listener: (details: {
        readonly url: string;
        readonly originUrl?: string;
        readonly requestHeaders: readonly RequestHeader[];
      }) => { requestHeaders: RequestHeader[] } | undefined,
      filter: object,
      extra: string[],
    ): void;
  };
  readonly onHeadersReceived: {
    // biome-ignore lint/suspicious/noConfusingVoidType: a listener that holds nothing returns nothing
    addListener(listener: (details: HeadersDetails) => Promise<object> | void, filter: object, extra: string[]): void;
  };
  readonly onErrorOccurred: {
    /** `error`: Firefox's name for it, or a sentence in the user's language where it is about the certificate. */
    addListener(listener: (details: { readonly url: string; readonly error: string }) => void, filter: object): void;
  };
  getSecurityInfo(
    requestId: string,
    options: { certificateChain?: boolean; rawDER?: boolean },
  ): Promise<SecurityInfo | null>;
}

/** Firefox's webRequest, which shows certificates; null in a browser whose webRequest does not. */
export const firefoxWebRequest: FirefoxWebRequest | null =
  "getSecurityInfo" in browser.webRequest ? (browser.webRequest as unknown as FirefoxWebRequest) : null;
