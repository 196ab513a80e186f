import type { Certificate } from "../certificate/certificate.ts";
import type { Assessment } from "../detection/assessment.ts";
import { type Circumstances, datesOf, type Evidence, keptFindings, restsOn } from "./content.ts";

/** A certificate that a site offered in the place of a page. */
export interface Offered {
  /** Where the file came from. */
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What was in the file, and how that was judged; null until the user had it read. */
  readonly read: { readonly certificates: readonly Certificate[]; readonly assessment: Assessment } | null;
}

/** What is to be recorded of an offer. */
export function offerEvidence(
  { host, at, read }: Offered,
  { site, country, network, versions }: Omit<Circumstances, "check">,
): Evidence {
  const hashes = read?.assessment.certificates.map(({ sha256 }) => sha256) ?? [];
  const { authority, key, isPublicFact } = read ? restsOn(read.assessment, false) : NOTHING;
  const findings = read ? keptFindings(read.assessment) : [];
  const time = new Date(at).toISOString();
  return {
    content: {
      open: {
        kind: "offer",
        verdict: read?.assessment.verdict ?? "not-inspected",
        rules: [...new Set(findings.map(({ rule }) => rule))],
        authority: isPublicFact ? authority : null,
        key: isPublicFact ? (key?.spkiSha256 ?? null) : null,
        versions,
      },
      fields: {
        ...datesOf(at),
        ...{ hour: time.slice(0, 13), time, site, host, country, network, offered: hashes, authority, key },
        findings,
      },
    },
    certificates: new Map(read?.certificates.map(({ der }, index) => [hashes[index] ?? "", der])),
  };
}

const NOTHING = { authority: null, key: null, isPublicFact: false };
