import { ATTRIBUTE_NAMES } from "../certificate/oids.ts";
import type { Assessment } from "./assessment.ts";
import type { Observation } from "./observation.ts";
import { isPrivateHost } from "./private-host.ts";

/** One host as it was met on this network: as much as the rules about many hosts need, and no more. */
export interface Sighting {
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `opened`: it answered over TLS, and the browser did not show under which root. */
  readonly end: "public-root" | "added-root" | "opened" | "unknown-issuer" | "revoked";
  /** Key of the root (SPKI SHA-256, hex); null where no root was seen. */
  readonly rootKey: string | null;
  /** Key of the leaf; null where none was seen. */
  readonly leafKey: string | null;
  /**
   * Whether the leaf names an organisation as its holder. Programs that open connections leave out banks and offices, whose certificates
   * do; false also where no leaf was seen.
   */
  readonly namesOrganisation: boolean;
}

/**
 * What is remembered of an observation for the rules about many hosts.
 * @returns null where it says nothing about the network: private names, errors that ordinary mistakes make, what came from the store.
 */
export function sightingOf(observation: Observation, { certificates, root }: Assessment): Sighting | null {
  const { host, at } = observation;
  if (host === null || isPrivateHost(host)) return null;
  const nothingSeen = { host, at, rootKey: null, leafKey: null, namesOrganisation: false };
  if (observation.basis === "error") {
    const { kind } = observation.error;
    return kind === "unknown-issuer" || kind === "revoked" ? { ...nothingSeen, end: kind } : null;
  }
  if (observation.basis === "none") {
    return observation.reason === "browser-does-not-show" ? { ...nothingSeen, end: "opened" } : null;
  }
  if (observation.exceptionAccepted || observation.unread?.isLeafUnread) return null;
  const leaf = { leafKey: certificates[0]?.spkiSha256 ?? null, namesOrganisation: namesOrganisation(observation) };
  const rootKey = certificates[root?.certificate ?? 0]?.spkiSha256 ?? null;
  if (root?.kind === "public") return { host, at, ...leaf, end: "public-root", rootKey };
  if (root?.kind === "added") return { host, at, ...leaf, end: "added-root", rootKey };
  return { host, at, ...leaf, end: "opened", rootKey: null };
}

function namesOrganisation({ certificates: [leaf] }: Extract<Observation, { certificates: unknown }>): boolean {
  return leaf?.subject.rdns.flat().some(({ type }) => ATTRIBUTE_NAMES.get(type) === "O") ?? false;
}

/** A host's site, as near as its name tells: the last two labels. Good enough to count unrelated hosts, not to separate them. */
export function siteOf(host: string): string {
  return host.split(".").slice(-2).join(".");
}
