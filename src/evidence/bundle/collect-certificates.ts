import type { DisclosedRecord } from "../disclosed.ts";
import { certificatesNamed } from "./contents.ts";
import { type Course, step } from "./course.ts";

/** Certificates asked for at once: a database answers many in the time of a few, and the signal is looked at between them. */
const AT_ONCE = 200;

/**
 * The certificates that the disclosed fields of records name, by SHA-256 in hex; those that are not to be had are left out.
 * @param certificate DER of one; null where the journal has lost it.
 * @throws the signal's reason when it was stopped.
 */
export async function collectCertificates(
  records: readonly DisclosedRecord[],
  certificate: (sha256: string) => Promise<Uint8Array | null>,
  course: Course,
): Promise<Map<string, Uint8Array>> {
  const hashes = [...new Set(records.flatMap(certificatesNamed))];
  const found = new Map<string, Uint8Array>();
  for (let from = 0; from < hashes.length; from += AT_ONCE) {
    step(course, from / hashes.length);
    const some = hashes.slice(from, from + AT_ONCE);
    for (const [index, der] of (await Promise.all(some.map(certificate))).entries()) {
      if (der !== null) found.set(some[index] ?? "", der);
    }
  }
  step(course, 1);
  return found;
}
