import * as v from "valibot";
import { addedRootKey } from "../detection/added-root-key.ts";
import type { Assessment } from "../detection/assessment.ts";
import type { Observation } from "../detection/observation.ts";
import { type Circumstances, datesOf } from "./content.ts";
import { Fields } from "./field.ts";
import type { RecordContent, Versions } from "./record.ts";

const { country, network, issuers, key } = Fields.entries;

/** What the record of an added root will say when its day is closed, beside the day and the count. */
export const AddedRoot = v.strictObject({ country, network, issuers, key });
export type AddedRoot = v.InferOutput<typeof AddedRoot>;

/** What is kept of a connection that rests on an added root: its chain without the leaf, DER by SHA-256 in hex, and no host. */
export function addedRootOf(
  observation: Observation,
  assessment: Assessment,
  { country, network }: Pick<Circumstances, "country" | "network">,
): { readonly root: AddedRoot; readonly certificates: ReadonlyMap<string, Uint8Array> } {
  const given = "certificates" in observation ? observation.certificates : [];
  const first = observation.unread?.isLeafUnread ? 0 : 1;
  const hashes = assessment.certificates.map(({ sha256 }) => sha256);
  const above = given.map(({ der }, index): [string, Uint8Array] => [hashes[index] ?? "", der]).slice(first);
  const spkiSha256 = addedRootKey(assessment);
  const isLeaf = first === 1 && assessment.certificates[0]?.spkiSha256 === spkiSha256;
  // A certificate that stands for itself has no root above it, and its key would lead to the host.
  const key = spkiSha256 === null || isLeaf ? null : { spkiSha256, isLeaf: false };
  return { root: { country, network, issuers: above.map(([sha256]) => sha256), key }, certificates: new Map(above) };
}

/** The record of an added root on a day. @param count how many connections rested on it. */
export function addedRootContent(root: AddedRoot, { day, count }: Counted, versions: Versions): RecordContent {
  return { open: { kind: "added-root", versions }, fields: { month: day.slice(0, 7), day, ...root, count } };
}

/** The record that what another one shows was seen again. @param of its number. */
export function countContent(of: number, { day, count, last }: Counted, versions: Versions): RecordContent {
  const time = new Date(last).toISOString();
  return { open: { kind: "count", of, versions }, fields: { month: day.slice(0, 7), day, count, last: time } };
}

interface Counted {
  /** "2026-11-22" */
  readonly day: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly last: number;
}

/** The day of a time, milliseconds since 1970, in UTC. */
export const dayOf = (at: number) => datesOf(at).day;
