import type { Certificate } from "../../certificate/certificate.ts";
import type { Observation, Source } from "../../detection/observation.ts";
import { suppliedObservation } from "../../detection/supplied.ts";
import type { DisclosedRecord } from "../disclosed.ts";

/** What a record was made of, as far as it is disclosed. */
export interface Observed {
  readonly observation: Observation;
  /** SHA-256 of its certificates, hex, in their order. */
  readonly hashes: readonly string[];
  /** Whether every certificate is there that the record was judged by. */
  readonly isWhole: boolean;
}

/** Whether a record was judged by certificates. */
export function hadChain({ record }: DisclosedRecord): boolean {
  if (record.kind === "offer") return record.verdict !== "not-inspected";
  return record.kind === "connection" && record.basis !== "error" && record.basis !== "none";
}

/** Whether a part of what was judged could not be read: it is not in evidence, and may be what was listed. */
export const lacksUnread = ({ record }: DisclosedRecord) => "rules" in record && record.rules.includes("unread");

/** The observation a record was made of; null where no certificate of it is disclosed, or there was none. */
export function observedIn(
  disclosed: DisclosedRecord,
  certificates: ReadonlyMap<string, Certificate>,
): Observed | null {
  const { record, shown } = disclosed;
  const at = Date.parse(shown.time ?? shown.day ?? shown.month ?? "1970-01");
  const named = (hashes: readonly string[]) => hashes.flatMap((sha256) => certificates.get(sha256) ?? []);
  const present = (hashes: readonly string[]) => hashes.filter((sha256) => certificates.has(sha256));
  if (record.kind === "offer") {
    const hashes = present(shown.offered ?? []);
    const isWhole = hashes.length === shown.offered?.length;
    return hashes.length === 0 ? null : { observation: suppliedObservation(named(hashes), null, at), hashes, isWhole };
  }
  if (record.kind !== "connection" || record.basis === "error" || record.basis === "none") return null;
  const told = shown.leaf === undefined ? [] : [...(shown.leaf ? [shown.leaf] : []), ...(shown.issuers ?? [])];
  const hashes = present(told);
  if (hashes.length === 0) return null;
  const isWhole = hashes.length === told.length && shown.issuers !== undefined;
  const { connection, basis, source, rootIsBuiltIn, exceptionAccepted } = record;
  return {
    ...{ isWhole, hashes },
    observation: {
      connection,
      source: source as Source,
      host: shown.host ?? null,
      at,
      basis: isWhole ? basis : "sent",
      outcome: record.outcome === "stopped" ? "unknown" : record.outcome,
      certificates: named(hashes),
      rootIsBuiltIn,
      exceptionAccepted,
      ...(shown.leaf === null
        ? { unread: { certificates: [], isLeafUnread: true, leftOut: 0, isRootRead: null } }
        : {}),
    },
  };
}
