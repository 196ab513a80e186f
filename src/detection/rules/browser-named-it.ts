import { finding, type Rule } from "./rule.ts";

/**
 * The browser itself says that somebody is between: Chrome by ERR_CERT_KNOWN_INTERCEPTION_BLOCKED, for keys that a state used; Firefox by
 * MOZILLA_PKIX_ERROR_MITM_DETECTED, when one unknown issuer stands before everything, which is a program of the user's more often than not.
 */
export const browserNamedIt: Rule = ({ observation }) => {
  if (observation.basis !== "error") return [];
  const { kind, code } = observation.error;
  return kind === "known-interception" || kind === "mitm-detected"
    ? [finding("browser-named-it", `refused-${kind}`, { details: [code] })]
    : [];
};
