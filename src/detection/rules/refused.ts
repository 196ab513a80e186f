import { isPrivateHost } from "../private-host.ts";
import { finding, type Rule } from "./rule.ts";

/**
 * The browser stopped the connection because of its certificate, and names no reason that another rule speaks of. No certificate can be
 * read then, so for a name that can only be nearby, where such refusals are ordinary, nothing is claimed.
 */
export const refused: Rule = ({ observation }) => {
  if (observation.basis !== "error") return [];
  const { kind, code } = observation.error;
  if (kind === "known-interception" || kind === "mitm-detected") return [];
  const nearby = observation.host !== null && isPrivateHost(observation.host);
  return [finding("refused", nearby ? "refused-private-host" : `refused-${kind}`, { details: [code] })];
};
