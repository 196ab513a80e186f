import { ATTRIBUTE_NAMES } from "../certificate/oids.ts";
import type { Assessment } from "./assessment.ts";
import type { Observation } from "./observation.ts";
import { isPrivateHost } from "./private-host.ts";

/** One host as it was met on this network: as much as the rules about many hosts need, and no more. */
export interface Sighting {
  readonly host: string;
  /** When it was last seen so, milliseconds since 1970. */
  readonly at: number;
  /** Since when it was never seen otherwise, milliseconds since 1970: under this root, opened or refused. */
  readonly since: number;
  /** `opened`: it answered over TLS, and the browser did not show under which root. */
  readonly end: "public-root" | "added-root" | "opened" | "unknown-issuer" | "revoked";
  /** Key of the root (SPKI SHA-256, hex); null where no root was seen. */
  readonly rootKey: string | null;
  /** Key of the leaf; null where none was seen. */
  readonly leafKey: string | null;
  /**
   * Whether a program that opens connections may well leave this one out: the leaf names an organisation as its holder, as those of banks
   * and offices do, or the answer came over QUIC, which most programs cannot open. False also where no leaf was seen.
   */
  readonly leftOutByPrograms: boolean;
}

/**
 * What is remembered of an observation for the rules about many hosts.
 * @returns null where it says nothing about the network: private names, errors that ordinary mistakes make, what came from the store.
 */
export function sightingOf(observation: Observation, { certificates, root }: Assessment): Sighting | null {
  const { host, at } = observation;
  if (host === null || isPrivateHost(host)) return null;
  const met = { host, at, since: at };
  const nothingSeen = { ...met, rootKey: null, leafKey: null, leftOutByPrograms: false };
  if (observation.basis === "error") {
    const { kind } = observation.error;
    return kind === "unknown-issuer" || kind === "revoked" ? { ...nothingSeen, end: kind } : null;
  }
  if (observation.basis === "none") {
    return observation.reason === "browser-does-not-show" ? { ...nothingSeen, end: "opened" } : null;
  }
  if (observation.exceptionAccepted || observation.unread?.isLeafUnread) return null;
  const leftOutByPrograms = observation.overQuic === true || namesOrganisation(observation);
  const leaf = { leafKey: certificates[0]?.spkiSha256 ?? null, leftOutByPrograms };
  const rootKey = certificates[root?.certificate ?? 0]?.spkiSha256 ?? null;
  if (root?.kind === "public") return { ...met, ...leaf, end: "public-root", rootKey };
  if (root?.kind === "added") return { ...met, ...leaf, end: "added-root", rootKey };
  return { ...met, ...leaf, end: "opened", rootKey: null };
}

function namesOrganisation({ certificates: [leaf] }: Extract<Observation, { certificates: unknown }>): boolean {
  return leaf?.subject.rdns.flat().some(({ type }) => ATTRIBUTE_NAMES.get(type) === "O") ?? false;
}

/** A host's site, as near as its name tells: the last two labels. Good enough to count unrelated hosts, not to separate them. */
export function siteOf(host: string): string {
  return host.split(".").slice(-2).join(".");
}
