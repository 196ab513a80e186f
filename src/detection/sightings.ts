import { type Sighting, siteOf } from "./sighting.ts";

/** After so long without a connection, in milliseconds, the device may have slept and woken up elsewhere. */
const LONGEST_SILENCE = 30 * 60 * 1000;
/** A host that was seen in the same way is written again only after so long, in milliseconds. */
const FRESH = 60 * 1000;
/** More hosts than rules ask for. */
const MOST_KEPT = 300;

/** What becomes of the sightings of one network when a further one comes. */
export interface Change {
  /** Hosts whose sightings are to be dropped. */
  readonly dropped: readonly string[];
  /** False where what is kept of the host already says the same. */
  readonly isNews: boolean;
}

/**
 * Says how a further sighting changes those that are kept, each host once, the oldest first. Where there are too many, the oldest of the
 * site with most hosts gives way: a page can open as many hosts of one site as it likes, and would otherwise push out all others.
 */
export function changeBy(next: Sighting, kept: readonly Sighting[]): Change {
  const newest = Math.max(...kept.map(({ at }) => at));
  if (next.at - newest > LONGEST_SILENCE) return { dropped: kept.map(hostOf), isNews: true };
  const known = kept.find(({ host }) => host === next.host);
  if (known) return { dropped: [], isNews: !isSame(known, next) || next.at - known.at >= FRESH };
  return { dropped: kept.length < MOST_KEPT ? [] : [leastMissed(kept)], isNews: true };
}

const hostOf = ({ host }: Sighting) => host;

function leastMissed(kept: readonly Sighting[]): string {
  const bySite = new Map<string, string[]>();
  for (const { host } of kept) bySite.set(siteOf(host), [...(bySite.get(siteOf(host)) ?? []), host]);
  const [first = []] = [...bySite.values()].toSorted((a, b) => b.length - a.length);
  return first[0] ?? "";
}

function isSame(a: Sighting, b: Sighting): boolean {
  return (
    a.end === b.end && a.rootKey === b.rootKey && a.leafKey === b.leafKey && a.leftOutByPrograms === b.leftOutByPrograms
  );
}
