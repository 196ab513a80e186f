import { type Sighting, siteOf } from "./sighting.ts";

/** After so long without a connection, in milliseconds, the device may have slept and woken up elsewhere. */
const LONGEST_SILENCE = 30 * 60 * 1000;
/** A host that was seen in the same way is written again only after so long, in milliseconds. */
const FRESH = 60 * 1000;
/** More hosts than rules ask for. */
const MOST_KEPT = 300;

/**
 * Of the sightings of a network those that count at a time: none after so long a silence that the device may be elsewhere, nor when a clock
 * was put back so far that nobody can say how long it was.
 */
export function current(seen: readonly Sighting[], at: number): readonly Sighting[] {
  return Math.abs(at - Math.max(...seen.map((sighting) => sighting.at))) > LONGEST_SILENCE ? [] : seen;
}

/** What becomes of the sightings of one network when a further one comes. */
export interface Change {
  /** Hosts whose sightings are to be dropped. */
  readonly dropped: readonly string[];
  /** What is to be kept of the host from now on; null where what is kept says enough. */
  readonly kept: Sighting | null;
}

/**
 * Says how a further sighting changes those that are known, each host once, the oldest first. Where there are too many, the oldest of the
 * site with most hosts gives way: a page can open as many hosts of one site as it likes, and would otherwise push out all others.
 */
export function changeBy(next: Sighting, seen: readonly Sighting[]): Change {
  if (current(seen, next.at).length === 0) return { dropped: seen.map(hostOf), kept: next };
  const known = seen.find(({ host }) => host === next.host);
  if (known) return { dropped: [], kept: isSame(known, next) ? renewed(known, next) : next };
  return { dropped: seen.length < MOST_KEPT ? [] : [leastMissed(seen)], kept: next };
}

const isSame = (a: Sighting, b: Sighting) => a.end === b.end && a.rootKey === b.rootKey;

function renewed(known: Sighting, next: Sighting): Sighting | null {
  // A host speaks QUIC once the browser knows that it does; what it showed before says more, and at its own time.
  if (next.leftOutByPrograms && !known.leftOutByPrograms) return null;
  const isTold = next.leftOutByPrograms === known.leftOutByPrograms && next.leafKey === known.leafKey;
  return isTold && next.at - known.at < FRESH ? null : { ...next, since: known.since };
}

const hostOf = ({ host }: Sighting) => host;

function leastMissed(kept: readonly Sighting[]): string {
  const bySite = new Map<string, string[]>();
  for (const { host } of kept) bySite.set(siteOf(host), [...(bySite.get(siteOf(host)) ?? []), host]);
  const [first = []] = [...bySite.values()].toSorted((a, b) => b.length - a.length);
  return first[0] ?? "";
}
