import { type Sighting, siteOf } from "../sighting.ts";
import { finding, nameOf, type Rule } from "./rule.ts";
import { watchedFor } from "./watched-for.ts";

/** As few hosts as tell a box that picks its targets from what opens everything. */
const TARGETS = 2;
const OTHERS = 3;
/** Of hosts that nobody is known to pick, no more than this part may be under an added root: programs leave out a few, a box takes a few. */
const MOST_UNPICKED = 1 / 4;

/**
 * One added root stands before documented targets, while other hosts on the same network end in public roots. What opens nearly everything
 * is an antivirus or a company. Both leave out some, so hosts that they are known to leave out do not count as others; and both may have
 * been switched on in between, so only hosts count that were seen since the first of the targets.
 */
export const selectiveInterception: Rule = (on) => {
  const { observation, root, certificates, memory } = on;
  const key = certificates[root?.certificate ?? 0]?.spkiSha256;
  if (root?.kind !== "added" || observation.host === null || !watchedFor(observation.host, on)) return [];
  const picked = memory.sightings.filter(({ host, rootKey }) => rootKey === key && watchedFor(host, on));
  const since = Math.min(...picked.map((seen) => seen.since));
  const targets = countOf([...picked.map(({ host }) => host), observation.host], (host) => watchedFor(host, on));
  const unpicked = memory.sightings.filter(({ host }) => !watchedFor(host, on));
  const added = countOf(unpicked.filter(({ end }) => end === "added-root").map(hostOf), siteOf);
  const others = countOf(unpicked.filter((seen) => seen.at >= since && isOrdinary(seen)).map(hostOf), siteOf);
  if (targets < TARGETS || others < OTHERS || added > others * MOST_UNPICKED) return [];
  return [
    finding("selective-interception", "selective-interception", {
      certificate: root.certificate,
      details: [nameOf(on, root.certificate), String(targets), String(others)],
    }),
  ];
};

const hostOf = ({ host }: Sighting) => host;
const isOrdinary = ({ end, leftOutByPrograms }: Sighting) => end === "public-root" && !leftOutByPrograms;

const countOf = (hosts: readonly string[], by: (host: string) => string | null) => new Set(hosts.map(by)).size;
