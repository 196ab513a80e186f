import { type Chain, mainPath } from "../certificate/chain.ts";
import type { CertificateSummary } from "../certificate/summary.ts";
import type { Watchlist } from "../watchlist/watchlist.ts";
import type { Observation } from "./observation.ts";

/** What is known of the root a chain ends in. */
export interface RootStatus {
  /** `public`: shipped by a public root programme; `added`: trusted by this device and not public; `not-seen`: the chain shows no root, or nobody vouches for it. */
  readonly kind: "public" | "added" | "not-seen";
  /** The root, or the last certificate that is known, as an index into the observation's certificates. */
  readonly certificate: number;
}

/**
 * Which kind of root an observation ends in. The browser's own word that a root is built in wins over our list of public roots; only a
 * chain that the browser built can show an added one.
 * @returns null when there are no certificates.
 */
export function rootStatus(
  observation: Observation,
  chain: Chain | null,
  summaries: readonly CertificateSummary[],
  watchlist: Watchlist,
): RootStatus | null {
  if (!chain || !("certificates" in observation)) return null;
  const endsInRoot = observation.basis === "browser-built" || observation.unread?.isRootRead === true;
  const top = endsInRoot ? summaries.length - 1 : (mainPath(chain).at(-1) ?? 0);
  const spkiSha256 = summaries[top]?.spkiSha256;
  if (observation.rootIsBuiltIn || (spkiSha256 !== undefined && watchlist.isPublicRoot(spkiSha256))) {
    return { kind: "public", certificate: top };
  }
  const added = endsInRoot && !observation.exceptionAccepted;
  return { kind: added ? "added" : "not-seen", certificate: top };
}
