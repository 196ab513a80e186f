import type { Reason } from "../assessment.ts";
import type { BrowserError } from "../observation.ts";
import { isPrivateHost } from "../private-host.ts";
import type { Verdict } from "../verdict.ts";
import { finding, type Rule } from "./rule.ts";

/** What each kind of refusal comes to when no other rule explains more. */
const KINDS: Readonly<Record<BrowserError["kind"], { verdict: Verdict; reason: Reason }>> = {
  "unknown-issuer": { verdict: "refused", reason: "refused-unknown-issuer" },
  "wrong-name": { verdict: "refused", reason: "refused-wrong-name" },
  "wrong-date": { verdict: "refused", reason: "refused-wrong-date" },
  revoked: { verdict: "refused", reason: "refused-revoked" },
  "known-interception": { verdict: "suspected", reason: "refused-known-interception" },
  "mitm-detected": { verdict: "refused", reason: "refused-mitm-detected" },
  other: { verdict: "refused", reason: "refused-other" },
};

/**
 * The browser stopped the connection because of its certificate. No certificate can be read then, so for a name that can only be
 * nearby, where such refusals are ordinary, nothing is claimed.
 */
export const refused: Rule = ({ observation }) => {
  if (observation.basis !== "error") return [];
  const { kind, code } = observation.error;
  const { verdict, reason } = KINDS[kind];
  const nearby = verdict === "refused" && observation.host !== null && isPrivateHost(observation.host);
  return [
    finding({
      rule: "refused",
      verdict: nearby ? "not-inspected" : verdict,
      strength: nearby ? "context" : "sign",
      reason: nearby ? "refused-private-host" : reason,
      details: [code],
    }),
  ];
};
