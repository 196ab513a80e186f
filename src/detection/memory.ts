import type { Sighting } from "./sighting.ts";

/** What this device has seen before, and what its user has said. Rules compare with it and never write to it. */
export interface Memory {
  /** When a chain first ended in this key (SPKI SHA-256, hex), milliseconds since 1970; undefined when never. */
  readonly rootFirstSeen: ReadonlyMap<string, number>;
  /** The hosts that were met since the last sign of another network, each as it was last seen, in any order. */
  readonly sightings: readonly Sighting[];
  /** Hosts that are remembered beyond the session: the documented targets and those that the user chose. */
  readonly hosts: ReadonlyMap<string, HostHistory>;
  /** Who put a root there, as the user answered, by the key of the root (SPKI SHA-256, hex). */
  readonly answers: ReadonlyMap<string, RootAnswer>;
  /** Whether the browser says that the network wants its users to log in first. */
  readonly loginNetwork: boolean;
}

/** A host under a public root, as it was last seen: what a box on the path would have to copy. */
export interface HostHistory {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly hadTimestamps: boolean;
  /** Of the leaf, as in `Certificate`. */
  readonly serial: string;
  readonly notBefore: number;
  readonly notAfter: number;
}

/** `told-to`: a provider or an authority told the user to install it. */
export type RootAnswer = "software" | "work-or-school" | "told-to" | "unknown";

/** For judging something without a past, such as a file. */
export const NO_MEMORY: Memory = {
  rootFirstSeen: new Map(),
  sightings: [],
  hosts: new Map(),
  answers: new Map(),
  loginNetwork: false,
};
