import type { Certificate } from "../../certificate/certificate.ts";
import type { Reason } from "../assessment.ts";
import type { Case } from "../case.ts";
import type { HostHistory } from "../memory.ts";
import { finding, leafOf, type Rule } from "./rule.ts";
import { watchedFor } from "./watched-for.ts";

/** So many of a box's marks together are its handwriting. */
const ENOUGH = 2;

/**
 * What the box of 2019 left in the certificates it made (Raman et al., "Investigating Large Scale HTTPS Interception in Kazakhstan",
 * 2020): RSA keys of exponent 3, the validity of the genuine certificate moved by six hours, its serial number but for the last 33 bits,
 * no certificate timestamps. Asked of added roots only, and of timestamps only where the genuine certificate is known to have had them.
 */
export const boxMarks: Rule = (on) => {
  const leaf = leafOf(on);
  if (on.root?.kind !== "added" || !leaf) return [];
  const marks = MARKS.filter(({ isLeft }) => isLeft(leaf, on)).map(({ reason }) => reason);
  const told = marks.map((reason) => finding("box-marks", reason, { certificate: 0 }));
  if (marks.length < ENOUGH) return told;
  return [finding("box-marks", "box-marks", { certificate: 0, details: [String(marks.length)] }), ...told];
};

type Mark = Extract<Reason, `mark-${string}`>;

const MARKS: readonly { reason: Mark; isLeft: (leaf: Certificate, on: Case) => boolean }[] = [
  { reason: "mark-exponent", isLeft: ({ publicKey }) => publicKey.rsaExponent === "3" },
  {
    reason: "mark-timestamps-gone",
    isLeft: (leaf, on) => !leaf.extensions.hasSignedCertificateTimestamps && hadThem(on),
  },
  { reason: "mark-serial", isLeft: (leaf, on) => matchesGenuine(on, (known) => isMirrored(leaf.serial, known.serial)) },
  { reason: "mark-validity", isLeft: (leaf, on) => matchesGenuine(on, (known) => isShifted(leaf, known)) },
];

/** Browsers demand timestamps of every public certificate, so a target's had them unless this device remembers otherwise. */
function hadThem({ observation: { host }, memory, watchlist }: Case): boolean {
  if (host === null || watchedFor(host, { watchlist, memory }) === null) return false;
  return memory.hosts.get(host)?.hadTimestamps ?? true;
}

function matchesGenuine({ observation: { host }, memory }: Case, matches: (known: HostHistory) => boolean): boolean {
  const known = host === null ? undefined : memory.hosts.get(host);
  return known !== undefined && matches(known);
}

/** Bits at the end of the serial number that the box writes anew; what stands before must be long enough to be no chance. */
const OWN_BITS = 33n;
const LEAST_COPIED_BITS = 32n;

function isMirrored(serial: string, genuine: string): boolean {
  if (serial === genuine || serial.startsWith("-") || genuine.startsWith("-")) return false;
  const copied = BigInt(`0x${genuine}`) >> OWN_BITS;
  return copied >> (LEAST_COPIED_BITS - 1n) > 0n && BigInt(`0x${serial}`) >> OWN_BITS === copied;
}

const SIX_HOURS = 6 * 60 * 60 * 1000;

function isShifted(leaf: Certificate, genuine: HostHistory): boolean {
  const [start, end] = [leaf.notBefore - genuine.notBefore, leaf.notAfter - genuine.notAfter];
  return Math.abs(start) === SIX_HOURS && Math.abs(end) === SIX_HOURS;
}
