import { finding, type Rule } from "./rule.ts";

/** From this day on browsers demand timestamps of new public certificates (Chrome: issued after 30 April 2018; here with room for the year). */
const DEMANDED_FROM = Date.UTC(2019, 0, 1);

/**
 * A leaf under a public root carries no certificate timestamps. They may have come in the handshake (RFC 6962 section 3.3), where only the
 * browser sees them; where it says that they did, or that it asked for none, nothing is missing.
 */
export const missingTransparency: Rule = ({ observation, chain, root }) => {
  const leaf = chain?.certificates[0];
  if (root?.kind !== "public" || !chain?.endEntity || !leaf || !("certificates" in observation)) return [];
  if (leaf.notBefore < DEMANDED_FROM || leaf.extensions.hasSignedCertificateTimestamps) return [];
  if (observation.transparency === "compliant") return [];
  return [finding("missing-transparency", "no-timestamps", { certificate: 0 })];
};
