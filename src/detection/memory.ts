/** What this device has seen before. Rules compare with it and never write to it. */
export interface Memory {
  /** When a chain first ended in this key (SPKI SHA-256, hex), milliseconds since 1970; undefined when never. */
  readonly rootFirstSeen: ReadonlyMap<string, number>;
}

/** For judging something without a past, such as a file. */
export const NO_MEMORY: Memory = { rootFirstSeen: new Map() };
