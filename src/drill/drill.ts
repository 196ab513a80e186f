import type { Certificate } from "../certificate/certificate.ts";
import { summarise } from "../certificate/summary.ts";
import type { Observation } from "../detection/observation.ts";
import type { Verdict } from "../detection/verdict.ts";
import type { Role } from "../watchlist/authority.ts";
import type { ListedKey, Watchlist } from "../watchlist/watchlist.ts";
import { DRILL_AUTHORITY } from "./authority.ts";

/** The site that every drill is about; nobody can have it (RFC 6761 section 6.5). */
export const DRILL_HOST = "drill.example";

/** What the made-up root is listed as, where a verdict needs it to be listed. */
const ROLES: Partial<Record<Verdict, Role>> = {
  intercepted: "interception",
  suspected: "interception",
  listed: "state-operated",
};

/**
 * What a browser would have seen where this verdict is reached.
 * @param chain leaf first, its root last; never empty.
 * @param at milliseconds since 1970.
 */
export function drillObservation(verdict: Verdict, chain: readonly Certificate[], at: number): Observation {
  const circumstances = { connection: "page", source: "none", host: DRILL_HOST, at } as const;
  if (verdict === "refused") {
    const error = { kind: "unknown-issuer", code: "SEC_ERROR_UNKNOWN_ISSUER" } as const;
    return { ...circumstances, basis: "error", outcome: "stopped", error };
  }
  if (verdict === "not-inspected") {
    return { ...circumstances, basis: "none", outcome: "unknown", reason: "browser-does-not-show" };
  }
  return {
    ...circumstances,
    basis: "browser-built",
    outcome: "passed",
    certificates: chain,
    rootIsBuiltIn: verdict === "nothing-found",
    exceptionAccepted: false,
  };
}

/**
 * The watchlist that has the root of the chain in addition, as this verdict needs it: its key, or for `suspected` its name alone.
 * @param chain its root last.
 */
export async function drillWatchlist(
  watchlist: Watchlist,
  verdict: Verdict,
  chain: readonly Certificate[],
): Promise<Watchlist> {
  const [role, root] = [ROLES[verdict], chain.at(-1)];
  if (!role || !root) return watchlist;
  const { spkiSha256, subject } = await summarise(root);
  const listed: ListedKey = {
    authority: DRILL_AUTHORITY,
    role,
    sha256: null,
    sha1: null,
    spkiSha256,
    subject,
    subjectKeyId: null,
    publicKey: async () => null,
  };
  return verdict === "suspected"
    ? { ...watchlist, findByName: () => [listed] }
    : { ...watchlist, findKey: (hash) => (hash === spkiSha256 ? listed : watchlist.findKey(hash)) };
}
