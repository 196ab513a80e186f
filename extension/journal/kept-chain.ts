import type { Certificate } from "../../src/certificate/certificate.ts";
import { linkChain, mainPath } from "../../src/certificate/chain.ts";
import { shortName } from "../../src/certificate/name.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { summarise } from "../../src/certificate/summary.ts";
import { type Assessment, type Finding, isReason } from "../../src/detection/assessment.ts";
import { certificatesNamed } from "../../src/evidence/bundle/contents.ts";
import type { Fields } from "../../src/evidence/field.ts";
import type { JournalReader } from "../journal-store/journal-reader.ts";
import { type JournalRow, verdictOf } from "../journal-view/journal-row.ts";

/** What a record says of a verdict, in the form of what was once judged, with the certificates that it names. */
export interface KeptChain {
  readonly assessment: Assessment;
  /** How many of the certificates are not there, or cannot be read. */
  readonly lost: number;
}

/** Reads the certificates of a record and checks anew who signed whom. What it found is the record's word, and not judged again. */
export async function keptChain({ record, fields }: JournalRow, of: JournalReader["certificate"]): Promise<KeptChain> {
  const named = certificatesNamed({ shown: fields });
  const read = await Promise.all(named.map(async (sha256) => parsed(await of(sha256))));
  const certificates = read.filter((certificate) => certificate !== null);
  const isLeafFirst = fields.leaf != null && read[0] !== null;
  const isValidated = record.kind === "connection" && record.basis === "browser-built" && !record.exceptionAccepted;
  const chain = certificates.length > 0 ? await linkChain(certificates, isLeafFirst, isValidated) : null;
  const key = fields.key?.spkiSha256 ?? ("key" in record ? record.key : null);
  const summaries = await Promise.all(certificates.map(summarise));
  const matched = summaries.findIndex(({ spkiSha256 }) => spkiSha256 === key);
  const findings = (fields.findings ?? []).flatMap((finding) => findingIn(finding, certificates, matched));
  return {
    lost: named.length - certificates.length,
    assessment: {
      kind: record.kind === "connection" ? "connection" : "certificate",
      verdict: verdictOf(record) ?? "not-inspected",
      authority: fields.authority ?? ("authority" in record ? record.authority : null),
      certificates: summaries,
      links: chain?.links ?? [],
      path: chain ? mainPath(chain) : [],
      root: null,
      findings,
    },
  };
}

function parsed(der: Uint8Array | null): Certificate | null {
  try {
    return der && parseCertificate(der);
  } catch {
    // It was kept as it came, and may be none that can be read.
    return null;
  }
}

/** A finding as far as this Rootwatch has words for it. Which certificate it spoke of, the key tells, or the name in its first detail. */
function findingIn(
  kept: Fields["findings"][number],
  certificates: readonly Certificate[],
  matched: number,
): readonly Finding[] {
  if (!isReason(kept.reason)) return [];
  const isKey = kept.match === "certificate" || kept.match === "public-key";
  const byName = certificates.findIndex(({ subject }) => shortName(subject) === kept.details[0]);
  const certificate = isKey && matched >= 0 ? matched : byName;
  const isMatch = kept.match !== null && certificate >= 0;
  return [{ ...kept, key: null, certificate: isMatch ? certificate : null } as Finding];
}
