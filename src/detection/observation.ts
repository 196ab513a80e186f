import type { Certificate } from "../certificate/certificate.ts";

/** What one source saw of one connection. Nothing is judged in it. */
export type Observation = Circumstances & (Seen | Stopped | Unseen);

interface Circumstances {
  /** `page`: the page's own connection; `probe`: one that Rootwatch made on request; `supplied`: given by the user. */
  readonly connection: "page" | "probe" | "supplied";
  readonly source: Source;
  /** The name asked for, as in the URL: a DNS name or an address, lower case, no port, no brackets; null when not known. */
  readonly host: string | null;
  /** When it was seen, milliseconds since 1970 in UTC. */
  readonly at: number;
  /** Where the host was reached, such as "192.0.2.1:443"; absent behind a proxy and where the browser does not say so. */
  readonly address?: string;
  /** What of the chain could not be read; absent when all was. */
  readonly unread?: Unread;
}

/** The part of a chain that was not read. */
export interface Unread {
  /** Those whose bytes are no certificate that we can read. */
  readonly certificates: readonly {
    readonly der: Uint8Array;
    /** SHA-256 of its key, hex, where the browser gives that ready-made. */
    readonly spkiSha256?: string;
  }[];
  /** Whether the leaf is among them. */
  readonly isLeafUnread: boolean;
  /** How many more there were than are read. */
  readonly leftOut: number;
  /** Of a chain that the browser built: whether the root in which it ends could be read; null of any other chain. */
  readonly isRootRead: boolean | null;
}

/** Who spoke. */
export type Source =
  | "firefox-security-info"
  | "chrome-security-info"
  | "chrome-inspect"
  | "browser-error"
  | "file"
  | "none";

/** Certificates were seen. */
interface Seen {
  /** `browser-built`: the chain the browser validated, root included; `leaf-only`; `sent`: what the server sent; `file`: given, in any order. */
  readonly basis: "browser-built" | "leaf-only" | "sent" | "file";
  readonly outcome: "passed" | "unknown";
  /** Leaf first, except for `file`, and where `unread` says that the leaf is not among them. Never empty. */
  readonly certificates: readonly Certificate[];
  /** What the browser itself says of the last certificate (Firefox: isBuiltInRoot); null when it does not say. */
  readonly rootIsBuiltIn: boolean | null;
  /** True when the user accepted an exception for this connection, so that the browser vouches for nothing. */
  readonly exceptionAccepted: boolean;
  /**
   * The browser's word that there are as many certificate timestamps as it asks for, whichever way they came; absent when it does not
   * say so. Firefox: certificateTransparencyStatus.
   */
  readonly transparency?: "compliant";
  /** The browser's word that the answer came over QUIC (HTTP/3); absent when it came otherwise or the browser does not say. */
  readonly overQuic?: true;
}

/** The browser stopped the connection because of its certificate; nothing was sent. */
interface Stopped {
  readonly basis: "error";
  readonly outcome: "stopped";
  readonly error: BrowserError;
}

/** No certificate was seen. */
interface Unseen {
  readonly basis: "none";
  readonly outcome: "unknown";
  readonly reason: UnseenReason;
}

/** A refusal in the browser's own words and what they come to. */
export interface BrowserError {
  readonly kind:
    | "unknown-issuer"
    | "wrong-name"
    | "wrong-date"
    | "revoked"
    | "known-interception"
    | "mitm-detected"
    | "other";
  /** The browser's name for it, for example "ERR_CERT_AUTHORITY_INVALID" or "SEC_ERROR_UNKNOWN_ISSUER". */
  readonly code: string;
}

/**
 * Why nothing was seen. `not-encrypted`: plain http; `browser-page`: a page of the browser or a file, no connection;
 * `browser-does-not-show`: Chrome, before Inspect; `from-cache`: the page came from the browser's store and carries the chain of an
 * earlier connection; `restricted`: the browser or its administrator does not let extensions see this site; `ruled-out`: of
 * these, a rule that somebody set in this browser for this site; `no-answer`: the browser was asked and gave nothing; `loaded-before`: the page was open before Rootwatch began to listen; `did-not-open`: the connection failed for
 * another reason than its certificate; `reset`: it was begun, and somebody cut it off; `timed-out`: no answer came in the time that a probe
 * has; `unreadable`: certificates came but could not be read.
 */
export type UnseenReason =
  | "not-encrypted"
  | "browser-page"
  | "browser-does-not-show"
  | "from-cache"
  | "restricted"
  | "ruled-out"
  | "no-answer"
  | "loaded-before"
  | "did-not-open"
  | "reset"
  | "timed-out"
  | "unreadable";
