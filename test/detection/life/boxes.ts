import type { Observation } from "../../../src/detection/observation.ts";
import type { Random } from "../../fuzz/random.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import type { Leaves } from "./chains.ts";
import { type Browsing, type Site, shuffled, siteOf, someSites, TARGETS } from "./world.ts";

/** How a device meets a box: what it sees of a host that the box takes, and of any other. */
export interface Meeting {
  readonly taken: (site: Site) => Observation;
  readonly left: (site: Site) => Observation;
}

/** The box's root is on the device, and Firefox, or Inspect in Chrome, shows it. */
export function trusting(browsing: Browsing, box: Leaves): Meeting {
  return {
    taken: (site) => browsing.under(box, site),
    left: (site) => browsing.direct(site),
  };
}

/** The box's root is not on the device: the browser refuses. What opens Firefox shows, and Chrome does not. */
export function refusing(
  browsing: Browsing,
  kind: "unknown-issuer" | "revoked",
  browser: "firefox" | "chrome",
): Meeting {
  return {
    taken: (site) => browsing.refused(site, kind),
    left: (site) => (browser === "chrome" ? browsing.opened(site) : browsing.direct(site)),
  };
}

/**
 * Visits behind a box that takes some of the documented targets, as many as two operators' at least, and leaves everything else alone:
 * about every third visit is to a host that it takes, in any order, again and again.
 */
export function* behindBox(random: Random, { taken, left }: Meeting): Generator<Observation> {
  const picked = pickedBy(random);
  const takenSites = picked.map((host) => siteOf(host, "target", random));
  // Every page brings hosts of others along.
  const others = someSites(random, 15).filter(({ host }) => !picked.includes(host));
  for (;;) yield random.below(3) === 0 ? taken(random.pick(takenSites)) : left(random.pick(others));
}

function pickedBy(random: Random): string[] {
  const order = shuffled(TARGETS, random);
  const operators = order.map((host) => watchlist.findTarget(host)?.operator ?? host);
  const second = operators.findIndex((operator) => operator !== operators[0]);
  return order.slice(0, Math.max(second + 1, 2 + random.below(20)));
}
