import type { Observation, Unread } from "../../../src/detection/observation.ts";
import type { Place, Worker } from "../place.ts";

/**
 * Where observers hand in what they saw. An observation that is still being made is handed in as a promise, which never rejects.
 * @returns true when the page must not be shown, because a warning takes its place; never rejects.
 */
export type Report = (place: Place | Worker, observation: Observation | Promise<Observation>) => Promise<boolean>;

/** An observation in which no certificate was seen. */
export function unseen(
  host: string,
  reason: Extract<Observation, { basis: "none" }>["reason"],
  about: { readonly unread?: Unread } = {},
): Observation {
  const circumstances = { connection: "page", source: "none", host, at: Date.now(), ...about } as const;
  return { ...circumstances, basis: "none", outcome: "unknown", reason };
}
