import type { Reason, Strength } from "./assessment.ts";
import type { Verdict } from "./verdict.ts";

/** What a finding counts for: the verdict that it alone calls for, null when it only explains. */
export interface Weight {
  readonly verdict: Verdict | null;
  readonly strength: Strength;
}

const proof = (verdict: Verdict): Weight => ({ verdict, strength: "proof" });
const sign = (verdict: Verdict): Weight => ({ verdict, strength: "sign" });
const EXPLAINS: Weight = { verdict: null, strength: "context" };
const UNSEEN: Weight = { verdict: "not-inspected", strength: "context" };

/** What a match to a listed key counts for where its role does not say it. */
export const LISTED = {
  // Anyone can copy a name; but who signs as a known interceptor's namesake is either its next key or pretends to be.
  resemblance: sign("suspected"),
  // An authority by itself is no connection: nobody is between anyone.
  "certificate-alone": proof("listed"),
  "resemblance-alone": EXPLAINS,
} as const satisfies Record<string, Weight>;

type Listed =
  | "listed-certificate"
  | "listed-key"
  | "signed-by-listed-key"
  | "key-identifier-of-listed"
  | "name-of-listed";

/** What each other reason counts for. */
export const WEIGHTS: Readonly<Record<Exclude<Reason, Listed>, Weight>> = {
  // Chrome names a connection so only for roots that were used on a whole country.
  "refused-known-interception": sign("suspected"),
  // A few targets opened and much else left alone is what the boxes in Kazakhstan did; programs and companies open nearly everything.
  "selective-interception": sign("suspected"),
  // Refusals of what a state is known to open, and of nothing else, on one line within minutes: the same box, with a root not installed.
  "selective-refusal": sign("suspected"),
  // One mark may be chance; two that a documented box leaves are its handwriting.
  "box-marks": sign("suspected"),
  // A state's authority has no business to vouch for another country's site that it is known to open.
  "state-key-abroad": sign("suspected"),
  // The user knows what no certificate tells: who asked for it.
  "told-to-install": sign("suspected"),
  // Firefox calls so what replaces every certificate, and in most cases it is the user's own antivirus.
  "refused-mitm-detected": sign("refused"),
  // The user watches it; what it is known for is the user's knowledge alone.
  "own-entry": proof("listed"),
  "signed-by-own-entry": proof("listed"),
  // A block page, a login network, a mistake of the site: who tried what cannot be told from a refusal alone.
  "refused-unknown-issuer": sign("refused"),
  "refused-wrong-name": sign("refused"),
  "refused-wrong-date": sign("refused"),
  "refused-revoked": sign("refused"),
  "refused-other": sign("refused"),
  // Routers and devices at home make their own certificates.
  "refused-private-host": UNSEEN,
  "private-host": EXPLAINS,
  // The device trusts what no public programme ships: antivirus, employer, or somebody else.
  "added-root": sign("added-root"),
  "not-among-known-roots": sign("added-root"),
  "exception-accepted": sign("added-root"),
  "root-unread": sign("added-root"),
  // Names can be copied, so they explain and clear nothing.
  "calls-itself-product": EXPLAINS,
  "host-is-customer": EXPLAINS,
  "said-software": EXPLAINS,
  "said-work-or-school": EXPLAINS,
  "root-first-seen": EXPLAINS,
  // A site may change its authority at any time; it only says when to look closer.
  "root-changed": EXPLAINS,
  // Antivirus programs and boxes alike make certificates on the fly.
  "made-just-now": EXPLAINS,
  "leaf-key-shared": EXPLAINS,
  "mark-exponent": EXPLAINS,
  "mark-timestamps-gone": EXPLAINS,
  "mark-serial": EXPLAINS,
  "mark-validity": EXPLAINS,
  // Timestamps can also come in the handshake, where no extension sees them.
  "no-timestamps": EXPLAINS,
  "login-network": EXPLAINS,
  "public-root": EXPLAINS,
  "leaf-only": EXPLAINS,
  "root-not-given": EXPLAINS,
  "link-broken": EXPLAINS,
  "link-not-checkable": EXPLAINS,
  "too-many-links": EXPLAINS,
  "leaf-unread": EXPLAINS,
  "part-unread": EXPLAINS,
  "chain-cut": EXPLAINS,
  // Counts by its role, see the rule: the very bytes or key were there, and nothing was checked.
  "listed-unread": EXPLAINS,
  "unseen-not-encrypted": UNSEEN,
  "unseen-browser-page": UNSEEN,
  "unseen-browser-does-not-show": UNSEEN,
  "unseen-from-cache": UNSEEN,
  "unseen-restricted": UNSEEN,
  "unseen-ruled-out": UNSEEN,
  "unseen-no-answer": UNSEEN,
  "unseen-loaded-before": UNSEEN,
  "unseen-did-not-open": UNSEEN,
  "unseen-reset": UNSEEN,
  "unseen-timed-out": UNSEEN,
  "unseen-unreadable": UNSEEN,
};
