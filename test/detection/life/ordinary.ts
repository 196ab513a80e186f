import type { Observation } from "../../../src/detection/observation.ts";
import type { Verdict } from "../../../src/detection/verdict.ts";
import type { Random } from "../../fuzz/random.ts";
import type { Issuers, Leaves } from "./chains.ts";
import { type Browsing, type Site, shuffled, siteOf, someSites } from "./world.ts";

/** Something that happens to a device: a connection, or a sign of another network. */
type Event = Observation | "another-network" | "login-network";

/** A day of somebody's, in order; what is seen depends on the day. */
export type Day = (random: Random, browsing: Browsing, issuers: Issuers) => Event[];

/** Visits to all of some sites and to some of them again, in any order. */
function visits(random: Random, see: (site: Site) => Observation, sites = someSites(random)): Observation[] {
  const again = Array.from({ length: random.below(5) }, () => random.pick(sites));
  return [...shuffled(sites, random), ...again].map(see);
}

/** A program or a company's proxy: what it leaves out stays public, as do second visits over QUIC where it cannot open that. */
function opening(random: Random, browsing: Browsing, leaves: () => Leaves): (site: Site) => Observation {
  const passesQuic = random.below(2) === 0;
  const leftOut = new Set<string>();
  return (site) => {
    if (random.below(100) < 3) leftOut.add(site.host);
    if (passesQuic && browsing.learnsQuic(site)) return browsing.public(site, true);
    const isLeftOut = site.kind === "left-out" || leftOut.has(site.host);
    return isLeftOut ? browsing.public(site) : browsing.under(leaves(), site);
  };
}

const firefoxOrChrome = (random: Random, browsing: Browsing) => {
  const isFirefox = random.below(2) === 0;
  return (site: Site) => (isFirefox ? browsing.direct(site) : browsing.opened(site));
};

const nearby = (host: string): Site => ({ host, kind: "ordinary", namesOrganisation: false, speaksQuic: false });

/** Ordinary days, each with how much of it there is to be. */
export const ORDINARY_DAYS: Readonly<Record<string, Day>> = {
  "renewals, other keys, cross-signs and other algorithms": (random, browsing) => {
    const sites = someSites(random);
    return [
      ...visits(random, (site) => browsing.direct(site), sites),
      ...visits(random, (site) => browsing.direct(site), sites),
    ];
  },
  "an antivirus program with exclusions": (random, browsing, { antivirus }) => {
    const program = random.pick(antivirus);
    return visits(
      random,
      opening(random, browsing, () => program),
    );
  },
  "an antivirus program that is switched on in between": (random, browsing, { antivirus }) => {
    const [sites, program] = [someSites(random), random.pick(antivirus)];
    return [
      ...visits(random, (site) => browsing.direct(site), sites),
      ...visits(
        random,
        opening(random, browsing, () => program),
        sites,
      ),
    ];
  },
  "a program or proxy whose root this browser does not trust": (random, browsing) => {
    const kind = random.pick(["unknown-issuer", "unknown-issuer", "mitm-detected"] as const);
    const isFirefox = random.below(2) === 0;
    const open = (site: Site) => (isFirefox ? browsing.public(site) : browsing.opened(site));
    return visits(random, (site) => (site.kind === "left-out" ? open(site) : browsing.refused(site, kind)));
  },
  "a company's proxy with roots of many regions": (random, browsing, { company }) =>
    visits(
      random,
      opening(random, browsing, () => random.pick(company)),
    ),
  "a hotel's login page": (random, browsing) => {
    const [sites, seen] = [someSites(random), firefoxOrChrome(random, browsing)];
    const kinds = ["unknown-issuer", "wrong-name", "wrong-date"] as const;
    const before = visits(random, (site) => browsing.refused(site, random.pick(kinds)), sites);
    return [
      ...visits(random, seen, sites),
      random.pick(["another-network", "login-network"] as const),
      ...before,
      "another-network",
      ...visits(random, seen, sites),
    ];
  },
  "a login that runs out unnoticed": (random, browsing) => {
    const [sites, seen] = [someSites(random), firefoxOrChrome(random, browsing)];
    return [
      ...visits(random, seen, sites),
      ...visits(random, (site) => browsing.refused(site, "unknown-issuer"), sites),
    ];
  },
  "a provider that blocks one company's sites": (random, browsing) => {
    const seen = firefoxOrChrome(random, browsing);
    const blocked = random.pick([
      ["facebook.com", "www.instagram.com", "messenger.com"],
      ["vk.com", "ok.ru", "mail.ru"],
      ["www.google.com", "youtube.com", "mail.google.com"],
      ["rutracker.org"],
    ]);
    const others = someSites(random).filter(({ kind }) => kind !== "target");
    const all = [...others, ...blocked.map((host) => siteOf(host, "target", random))];
    return visits(
      random,
      (site) => (blocked.includes(site.host) ? browsing.refused(site, "unknown-issuer") : seen(site)),
      all,
    );
  },
  "a filter that answers for advertisers with a page of its own": (random, browsing) => {
    const seen = firefoxOrChrome(random, browsing);
    const blocked = [
      "adservice.google.com",
      "an.facebook.com",
      "ads.vk.com",
      "ad.mail.ru",
      "ads.twitter.com",
      "ads.example.com",
    ];
    const all = [...someSites(random), ...blocked.map((host) => siteOf(host, "ordinary", random))];
    return visits(
      random,
      (site) => (blocked.includes(site.host) ? browsing.refused(site, "unknown-issuer") : seen(site)),
      all,
    );
  },
  "devices at home": (random, browsing, { privateAuthority }) => {
    const seen = firefoxOrChrome(random, browsing);
    const devices = ["192.168.1.1", "router.local", "nas", "10.0.0.138", "printer.home.arpa"].map(nearby);
    const ways = [
      (site: Site) => browsing.exception(site),
      (site: Site) => browsing.refused(site, "unknown-issuer"),
      (site: Site) => browsing.under(privateAuthority, site),
    ];
    return visits(random, (site) => (devices.includes(site) ? random.pick(ways)(site) : seen(site)), [
      ...someSites(random),
      ...devices,
    ]);
  },
  "a wrong clock": (random, browsing) => visits(random, (site) => browsing.refused(site, "wrong-date")),
  "a company's own authority for its own sites": (random, browsing, { privateAuthority }) => {
    const own = ["mail", "wiki", "hr", "git"].map((name) => siteOf(`${name}.some-company.kz`, "ordinary", random));
    return visits(
      random,
      (site) => (own.includes(site) ? browsing.under(privateAuthority, site) : browsing.direct(site)),
      [...someSites(random), ...own],
    );
  },
  "sites with mistakes": (random, browsing) => {
    const seen = firefoxOrChrome(random, browsing);
    const kinds = ["wrong-name", "wrong-date", "other", "unknown-issuer"] as const;
    const mistaken = (site: Site) => site.kind !== "target" && random.below(8) === 0;
    return visits(random, (site) => (mistaken(site) ? browsing.refused(site, random.pick(kinds)) : seen(site)));
  },
};

/** Banks and state services under a state's root: on the list, and in its place. */
export const STATE_DAY: Day = (random, browsing, { state }) => {
  const banks = ["www.sberbank.ru", "vtb.ru", "www.gosuslugi.ru"].map((host) => siteOf(host, "left-out", random));
  return visits(random, (site) => (banks.includes(site) ? browsing.under(state, site) : browsing.direct(site)), [
    ...someSites(random),
    ...banks,
  ]);
};

/** The verdicts that must not be met on an ordinary day. */
export const ALARMS: ReadonlySet<Verdict> = new Set(["intercepted", "suspected", "listed"]);
