import type { Observation } from "../../../src/detection/observation.ts";
import type { Place } from "../place.ts";

/**
 * Where observers hand in what they saw. An observation that is still being made is handed in as a promise, which never rejects.
 * @returns true when the page must not be shown, because a warning takes its place; never rejects.
 */
export type Report = (place: Place, observation: Observation | Promise<Observation>) => Promise<boolean>;

/** An observation in which no certificate was seen. */
export function unseen(host: string, reason: Extract<Observation, { basis: "none" }>["reason"]): Observation {
  return { connection: "page", source: "none", host, at: Date.now(), basis: "none", outcome: "unknown", reason };
}
