import { addedRootKey } from "../detection/added-root-key.ts";
import type { Assessment } from "../detection/assessment.ts";
import type { Observation } from "../detection/observation.ts";
import { type Fields, LONGEST_TEXT, MOST_FINDINGS } from "./field.ts";
import type { RecordContent, Versions } from "./record.ts";

/** What a record says beside what was seen and judged. */
export interface Circumstances {
  /** As in `Fields`. */
  readonly site: string | null;
  readonly country: string | null;
  readonly network: Fields["network"];
  /** As in `RecordLine`. */
  readonly check: string | null;
  readonly versions: Versions;
}

/** A record to be, and the certificates it names, DER by their SHA-256 in hex. */
export interface Evidence {
  readonly content: RecordContent;
  readonly certificates: ReadonlyMap<string, Uint8Array>;
}

/** What is to be recorded of a connection. */
export function connectionEvidence(
  observation: Observation & { readonly connection: "page" | "probe" },
  assessment: Assessment,
  { site, country, network, check, versions }: Circumstances,
): Evidence {
  const given = "certificates" in observation ? observation.certificates : [];
  const hashes = assessment.certificates.map(({ sha256 }) => sha256);
  const isLeafFirst = observation.unread?.isLeafUnread !== true;
  const { authority, key, isPublicFact } = restsOn(assessment, isLeafFirst);
  const { connection, basis, outcome, source, host, address, at } = observation;
  const findings = keptFindings(assessment);
  return {
    content: {
      open: {
        kind: "connection",
        verdict: assessment.verdict,
        rules: [...new Set(findings.map(({ rule }) => rule))],
        authority: isPublicFact ? authority : null,
        key: isPublicFact ? (key?.spkiSha256 ?? null) : null,
        connection,
        basis: basis === "file" ? "sent" : basis,
        outcome,
        source,
        error: whyUnseen(observation),
        rootIsBuiltIn: "rootIsBuiltIn" in observation ? observation.rootIsBuiltIn : null,
        exceptionAccepted: "exceptionAccepted" in observation && observation.exceptionAccepted,
        check,
        versions,
      },
      fields: {
        ...datesOf(at),
        hour: new Date(at).toISOString().slice(0, 13),
        time: new Date(at).toISOString(),
        ...{ site, host, address: address ?? null, country, network },
        leaf: isLeafFirst ? (hashes[0] ?? null) : null,
        issuers: isLeafFirst ? hashes.slice(1) : hashes,
        ...{ authority, key },
        findings,
      },
    },
    certificates: new Map(given.map(({ der }, index) => [hashes[index] ?? "", der])),
  };
}

/** The month and day of a time, milliseconds since 1970, in UTC. */
export function datesOf(at: number): Pick<Fields, "month" | "day"> {
  const time = new Date(at).toISOString();
  return { month: time.slice(0, 7), day: time.slice(0, 10) };
}

/**
 * The findings of an assessment as they are kept. Whoever makes the certificates must not be able to make them so many, or so long, that
 * the record is none. That another host has the same leaf key is left out: it names a host of which perhaps nothing is to be kept.
 */
export function keptFindings({ findings }: Assessment): Fields["findings"] {
  return findings
    .filter(({ reason }) => reason !== "leaf-key-shared")
    .slice(0, MOST_FINDINGS)
    .map(({ rule, verdict, strength, authority, role, match, reason, details }) => ({
      ...{ rule, verdict, strength, authority, role, match, reason },
      details: details.map((detail) => detail.slice(0, LONGEST_TEXT)),
    }));
}

/**
 * What the verdict rests on: the authority, the matched key or that of the added root, and whether naming them tells only what is public,
 * and not the site itself or something of the user's own.
 */
export function restsOn(assessment: Assessment, isLeafFirst: boolean) {
  const matched = assessment.findings.find(({ key }) => key !== null);
  const spkiSha256 = matched?.key ?? addedRootKey(assessment);
  const isLeaf = isLeafFirst && assessment.certificates[0]?.spkiSha256 === spkiSha256;
  const isPublicFact = assessment.authority !== null && matched?.rule !== "own-entry" && !isLeaf;
  const key = spkiSha256 === null ? null : { spkiSha256, isLeaf };
  return {
    authority: assessment.authority,
    key,
    isPublicFact: isPublicFact && (matched !== undefined || key === null),
  };
}

function whyUnseen(observation: Observation): string | null {
  if (observation.basis === "error") return observation.error.code;
  return observation.basis === "none" ? observation.reason : null;
}
