/** Hex digits. */
export const PREFIX_LENGTH = 32;

/**
 * What the shipped list keeps of a SHA-256, in hex: half of it. To make another certificate or key for any one entry would still take
 * more than 2^119 attempts, and the background is spared seven kilobytes that nothing can compress.
 */
export const hashPrefix = (sha256: string): string => sha256.slice(0, PREFIX_LENGTH);
