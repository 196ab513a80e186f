import type { Watchlist } from "../watchlist/watchlist.ts";
import type { Assessment } from "./assessment.ts";
import type { HostHistory } from "./memory.ts";
import type { Observation } from "./observation.ts";
import { type Sighting, sightingOf } from "./sighting.ts";

/** What later observations are compared with: the parts of `Memory` that one judged observation adds to. */
export interface Lesson {
  readonly sighting: Sighting;
  /** Key of an added root that the chain ended in (SPKI SHA-256, hex); null when it ended in none. */
  readonly addedRoot: string | null;
  /** How a documented target looked under a public root; null for any other host or root. */
  readonly history: HostHistory | null;
}

/** What is to be remembered of a judged observation; null when nothing. */
export function lessonOf(observation: Observation, assessment: Assessment, watchlist: Watchlist): Lesson | null {
  const sighting = sightingOf(observation, assessment);
  if (!sighting) return null;
  const { host, end, rootKey } = sighting;
  const isKnownTarget = end === "public-root" && watchlist.findTarget(host) !== null;
  return {
    sighting,
    addedRoot: end === "added-root" ? rootKey : null,
    history: isKnownTarget ? historyOf(observation) : null,
  };
}

function historyOf(observation: Observation): HostHistory | null {
  const [leaf] = "certificates" in observation ? observation.certificates : [];
  if (!leaf) return null;
  const { serial, notBefore, notAfter, extensions } = leaf;
  return { at: observation.at, hadTimestamps: extensions.hasSignedCertificateTimestamps, serial, notBefore, notAfter };
}
