import type { BrowserError, Observation } from "../../../src/detection/observation.ts";
import type { Random } from "../../fuzz/random.ts";
import { targets } from "../../watchlist/facts.ts";
import { pageObservation } from "../observations.ts";
import { anyOf, type BuiltChain, type Issuers, type Leaves } from "./chains.ts";

/** A site that somebody may visit. */
export interface Site {
  readonly host: string;
  /** `left-out`: banks, offices, updates, which programs do not open. */
  readonly kind: "target" | "ordinary" | "left-out";
  readonly namesOrganisation: boolean;
  readonly speaksQuic: boolean;
}

/** Every documented host, once. */
export const TARGETS: readonly string[] = targets.targets.map(({ host }) => host);
/** Targets that anybody may visit on any day. */
const POPULAR = ["www.google.com", "www.youtube.com", "www.facebook.com", "www.instagram.com", "vk.com", "mail.ru"];
const ALSO_POPULAR = ["github.com", "twitter.com", "netflix.com", "yahoo.com", "rutracker.org", "www.pinterest.com"];
/** Of a hundred sites of each kind, how many have a certificate that names an organisation, and how many answer over QUIC. */
const SHARES = { target: [15, 50], ordinary: [25, 35], "left-out": [85, 10] } as const;

const isOneOf = (percent: number, random: Random) => random.below(100) < percent;

export function siteOf(host: string, kind: Site["kind"], random: Random): Site {
  const [organisations, quic] = SHARES[kind];
  return { host, kind, namesOrganisation: isOneOf(organisations, random), speaksQuic: isOneOf(quic, random) };
}

/** Sites that one person meets: popular targets, ones that programs leave out, and as many ordinary ones and up to five more. */
export function someSites(random: Random, ordinary = 5): Site[] {
  const many = (count: number, kind: Site["kind"], top: string) =>
    Array.from({ length: count }, (_, index) => siteOf(`www.${kind}-${index}.${top}`, kind, random));
  const popular = shuffled([...POPULAR, ...ALSO_POPULAR], random).slice(0, 3 + random.below(5));
  return [
    ...popular.map((host) => siteOf(host, "target", random)),
    ...many(ordinary + random.below(6), "ordinary", random.pick(["com", "kz", "org"])),
    ...many(1 + random.below(4), "left-out", random.pick(["com", "kz"])),
  ];
}

/** The same things in another order. */
export function shuffled<Thing>(things: readonly Thing[], random: Random): Thing[] {
  const rest = [...things];
  return things.flatMap(() => rest.splice(random.below(rest.length), 1));
}

/** What the browsers show of connections to sites, and when: every one so many seconds after the last at most, as people go about. */
export class Browsing {
  private readonly random: Random;
  private readonly issuers: Issuers;
  private readonly met = new Set<string>();
  private readonly pace: number;
  private at = Date.UTC(2026, 10, 21);

  constructor(random: Random, issuers: Issuers, pace = 40) {
    this.random = random;
    this.issuers = issuers;
    this.pace = pace;
  }

  /** In Firefox, or in Chrome by Inspect: the site's own certificate, one of several that it has. */
  public({ host, namesOrganisation }: Site, overQuic = false): Observation {
    const chain = anyOf(this.issuers.public, namesOrganisation, this.random);
    return this.seen(host, chain, { rootIsBuiltIn: true, ...(overQuic ? { overQuic } : {}) });
  }

  /** As `public`, where nobody is between: over QUIC as soon as the browser knows that the site speaks it. */
  direct(site: Site): Observation {
    return this.public(site, this.learnsQuic(site));
  }

  /** Whether a browser asks over QUIC: it learns from the first answer, or from the name service, that a site speaks it. */
  learnsQuic({ host, speaksQuic }: Site): boolean {
    const isKnown = this.met.has(host) || this.random.below(3) === 0;
    this.met.add(host);
    return speaksQuic && isKnown;
  }

  /** A certificate of somebody else's, who copies the names; the root is trusted and not public. */
  under(leaves: Leaves, { host, namesOrganisation }: Site): Observation {
    return this.seen(host, anyOf(leaves, namesOrganisation, this.random), { rootIsBuiltIn: false });
  }

  /** The user accepted a certificate that nobody vouches for. */
  exception({ host }: Site): Observation {
    const chain = anyOf(this.issuers.privateAuthority, false, this.random).slice(0, 1);
    return this.seen(host, chain, { basis: "leaf-only", exceptionAccepted: true, rootIsBuiltIn: null });
  }

  /** In Chrome: it opened, and nothing more is shown. */
  opened({ host }: Site): Observation {
    const circumstances = { connection: "page", source: "none", host, at: this.soon() } as const;
    return { ...circumstances, basis: "none", outcome: "unknown", reason: "browser-does-not-show" };
  }

  refused({ host }: Site, kind: BrowserError["kind"]): Observation {
    const circumstances = { connection: "page", source: "browser-error", host, at: this.soon() } as const;
    return { ...circumstances, basis: "error", outcome: "stopped", error: { kind, code: "CODE" } };
  }

  private seen(host: string, chain: BuiltChain, differently: Parameters<typeof pageObservation>[1]): Observation {
    return pageObservation(chain, { host, at: this.soon(), ...differently });
  }

  private soon(): number {
    this.at += 1000 * (1 + this.random.below(this.pace));
    return this.at;
  }
}
