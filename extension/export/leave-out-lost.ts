import { hashBytes } from "#hash-bytes";
import { collectCertificates } from "../../src/evidence/bundle/collect-certificates.ts";
import type { Course } from "../../src/evidence/bundle/course.ts";
import type { FieldName } from "../../src/evidence/field.ts";
import type { OpenRecord } from "../../src/evidence/open-record.ts";
import { type Choice, type Selection, select } from "../../src/evidence/selection.ts";
import type { JournalReader } from "../journal-store/journal-reader.ts";

/** What leaves, and every certificate that it names. */
export interface Found {
  readonly selection: Selection;
  /** DER by SHA-256 in hex. */
  readonly certificates: ReadonlyMap<string, Uint8Array>;
  /** How many certificates the journal has lost; what names them is hidden. */
  readonly lost: number;
}

/**
 * Selects what leaves by a choice, and hides what names a certificate that the journal has lost: a file that discloses the name of one
 * without having it is not whole.
 * @throws the signal's reason when it was stopped.
 */
export async function leaveOutLost(
  records: readonly OpenRecord[],
  choice: Choice,
  journal: JournalReader,
  course: Course,
): Promise<Found> {
  const lost = new Set<string>();
  const intact = async (sha256: string) => {
    const der = await journal.certificate(sha256);
    if (der && hashBytes(der) === sha256) return der;
    lost.add(sha256);
    return null;
  };
  const selection = select(records, choice);
  const certificates = await collectCertificates(selection.records, intact, course);
  if (lost.size === 0) return { selection, certificates, lost: 0 };
  const narrowed = new Map(choice.records);
  for (const { record, shown } of selection.records) {
    const isLost = (sha256: string) => lost.has(sha256);
    const hidden: FieldName[] = [
      ...(shown.leaf && isLost(shown.leaf) ? (["leaf"] as const) : []),
      ...(shown.issuers?.some(isLost) ? (["issuers"] as const) : []),
      ...(shown.offered?.some(isLost) ? (["offered"] as const) : []),
    ];
    const chosen = [...(choice.records.get(record.seq) ?? [])];
    if (hidden.length > 0) narrowed.set(record.seq, new Set(chosen.filter((name) => !hidden.includes(name))));
  }
  return { selection: select(records, { ...choice, records: narrowed }), certificates, lost: lost.size };
}
