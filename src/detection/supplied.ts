import type { Certificate } from "../certificate/certificate.ts";
import type { Observation } from "./observation.ts";

/**
 * The observation of certificates that were given, not seen on a connection; an empty list means that none could be read.
 * @param host the name that they are supposed to stand for, lower case; null when not given.
 * @param at milliseconds since 1970.
 */
export function suppliedObservation(
  certificates: readonly Certificate[],
  host: string | null,
  at: number,
): Observation {
  const circumstances = { connection: "supplied", source: "file", host, at, outcome: "unknown" } as const;
  return certificates.length > 0
    ? { ...circumstances, basis: "file", certificates, rootIsBuiltIn: null, exceptionAccepted: false }
    : { ...circumstances, basis: "none", reason: "unreadable" };
}
