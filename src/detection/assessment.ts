import type { CertificateSummary } from "../certificate/summary.ts";
import type { Role } from "../watchlist/authority.ts";
import type { RootStatus } from "./root-status.ts";
import type { Verdict } from "./verdict.ts";

/** The verdict over an observation, with everything it rests on. Plain data: it can be stored, sent and printed. */
export interface Assessment {
  /** `connection` when an end-entity certificate or a refusal was judged; `certificate` when only CA certificates were given; null when nothing was seen. */
  readonly kind: "connection" | "certificate" | null;
  readonly verdict: Verdict;
  /** Identifier of the authority that the strongest finding names; null where none is named. */
  readonly authority: string | null;
  /** In the order of the observation. */
  readonly certificates: readonly CertificateSummary[];
  /** Every signature that was checked between two of them. */
  readonly links: readonly LinkSummary[];
  /** The certificates from the leaf upwards along verified links, as indices into `certificates`; starts with the leaf. */
  readonly path: readonly number[];
  /** What is known of the root the chain ends in; null when no certificate was seen. */
  readonly root: RootStatus | null;
  /** Strongest first. */
  readonly findings: readonly Finding[];
}

export interface LinkSummary {
  readonly child: number;
  readonly issuer: number;
  readonly signature: "valid" | "invalid" | "not-checkable";
}

/** One rule's statement about an observation. */
export interface Finding {
  readonly rule: RuleName;
  /** The verdict that this finding alone calls for; null when it only explains. */
  readonly verdict: Verdict | null;
  /** `proof`: cryptography shows it; `sign`: consistent with it, not proof; `context`: explains, and never decides. */
  readonly strength: Strength;
  readonly authority: string | null;
  /** What the matched key is known for; null when the rule does not match keys. */
  readonly role: Role | null;
  /** How it was matched, strongest first; null when the rule does not match keys. */
  readonly match: MatchStrength | null;
  /** SHA-256 of the SubjectPublicKeyInfo of the listed key that a proof was matched to, hex; null without one. */
  readonly key: string | null;
  /** The certificate it speaks of, as an index into `certificates`; null when of none. */
  readonly certificate: number | null;
  /** Which sentence explains it: the message `reason_` + this, with "-" as "_". */
  readonly reason: Reason;
  /**
   * What is put into the sentence, in order; whoever shows it puts the name of `authority`, where there is one, after them in the
   * reader's language. Text from certificates is hostile: to be shown as text only.
   */
  readonly details: readonly string[];
}

export type RuleName =
  | "listed-authority"
  | "own-entry"
  | "added-root"
  | "browser-named-it"
  | "refused"
  | "selective-interception"
  | "selective-refusal"
  | "box-marks"
  | "made-on-the-fly"
  | "state-key-abroad"
  | "user-answer"
  | "root-changed"
  | "missing-transparency"
  | "login-network"
  | "expected-host"
  | "inspection-product"
  | "chain"
  | "unread"
  | "not-inspected";

export type Strength = "proof" | "sign" | "context";

/** How a certificate was matched to a listed one, in falling strength. */
export type MatchStrength = "certificate" | "public-key" | "signature" | "key-identifier" | "name";

/**
 * The sentences a finding can be explained by. In `details`: `listed-certificate`, `listed-key`, `signed-by-listed-key`,
 * `key-identifier-of-listed`, `name-of-listed`: the certificate's name; `own-entry`, `signed-by-own-entry`: the certificate's
 * name, then the user's name for the entry; `public-root`, `added-root`: the root's name; `not-among-known-roots`: the root's name,
 * then the day of the list (RFC 3339); `calls-itself-product`: the product; `host-is-customer`, `state-key-abroad`: the host;
 * `selective-interception`: the root's name, the number of targets under it, and of other hosts under public roots; `selective-refusal`:
 * the number of targets' operators refused, and of other hosts that opened; `box-marks`: how many marks; `told-to-install`, `said-*`: the
 * root's name; `leaf-key-shared`: another host with the key; `root-changed`: the day of the public root (RFC 3339); `root-first-seen`: the
 * day (RFC 3339); `link-broken`, `link-not-checkable`: the child's name, then the issuer's; `refused-*`: the browser's name for the error; `part-unread`,
 * `chain-cut`: how many certificates;
 * the others have none.
 */
export const REASONS = [
  "listed-certificate",
  "listed-key",
  "signed-by-listed-key",
  "key-identifier-of-listed",
  "name-of-listed",
  "own-entry",
  "signed-by-own-entry",
  "public-root",
  "added-root",
  "not-among-known-roots",
  "calls-itself-product",
  "host-is-customer",
  "selective-interception",
  "selective-refusal",
  "box-marks",
  "mark-exponent",
  "mark-timestamps-gone",
  "mark-serial",
  "mark-validity",
  "made-just-now",
  "leaf-key-shared",
  "state-key-abroad",
  "told-to-install",
  "said-software",
  "said-work-or-school",
  "root-changed",
  "no-timestamps",
  "login-network",
  "root-first-seen",
  "exception-accepted",
  "private-host",
  "leaf-only",
  "root-not-given",
  "link-broken",
  "link-not-checkable",
  "too-many-links",
  "root-unread",
  "leaf-unread",
  "part-unread",
  "chain-cut",
  "listed-unread",
  "refused-unknown-issuer",
  "refused-wrong-name",
  "refused-wrong-date",
  "refused-revoked",
  "refused-known-interception",
  "refused-mitm-detected",
  "refused-other",
  "unseen-not-encrypted",
  "unseen-browser-page",
  "unseen-browser-does-not-show",
  "unseen-from-cache",
  "unseen-restricted",
  "unseen-ruled-out",
  "unseen-no-answer",
  "unseen-loaded-before",
  "unseen-did-not-open",
  "unseen-reset",
  "unseen-timed-out",
  "unseen-unreadable",
  "refused-private-host",
] as const;
export type Reason = (typeof REASONS)[number];

/** Whether a text names a reason; one that was kept may be of another version. */
export const isReason = (text: string): text is Reason => (REASONS as readonly string[]).includes(text);
