import { finding, type Rule } from "./rule.ts";
import { watchedFor } from "./watched-for.ts";

/**
 * A key that a state runs vouches for a site that is documented as a target of interception, or that this device knows under a public
 * root. Companies of that state are its own business, and so are its known customers. The country's domain proves nothing either way.
 */
export const stateKeyAbroad: Rule = (on) => {
  const { observation, chain, matches, watchlist } = on;
  const { host } = observation;
  if (host === null || !chain?.endEntity || watchedFor(host, on) === null) return [];
  const home = watchlist.findTarget(host)?.country ?? null;
  const isOther = (authority: string) =>
    home !== watchlist.authority(authority)?.country && !watchlist.isExpected(authority, host);
  for (const { listed, certificate } of matches) {
    if (listed.role !== "state-operated" || !isOther(listed.authority)) continue;
    return [
      finding("state-key-abroad", "state-key-abroad", { authority: listed.authority, certificate, details: [host] }),
    ];
  }
  return [];
};
