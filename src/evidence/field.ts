import * as v from "valibot";
import { Sha256 } from "../watchlist/fields.ts";

/** Longer than any host name with a port, or what a user writes of a network; names in certificates are cut to it. */
export const LONGEST_TEXT = 2000;
/** As many certificates as are read of one connection. */
const MOST_CERTIFICATES = 20;
export const MOST_FINDINGS = 100;

const Text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const Hashes = v.pipe(v.array(Sha256), v.maxLength(MOST_CERTIFICATES));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A finding as it is kept: what explains it, without what points into an assessment. */
const KeptFinding = v.strictObject({
  rule: Text,
  verdict: v.nullable(Text),
  strength: v.picklist(["proof", "sign", "context"]),
  authority: v.nullable(Text),
  role: v.nullable(Text),
  match: v.nullable(Text),
  reason: Text,
  details: v.array(Text),
});

/**
 * Everything in a record that could name a person, a place, a host or a time, in the order in which it is written. Each is disclosed by
 * itself or not at all.
 */
export const Fields = v.object({
  /** "2026-11"; as all four, of UTC by the device's clock. */
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/)),
  /** "2026-11-22" */
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
  /** "2026-11-22T03" */
  hour: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d$/)),
  /** "2026-11-22T03:17:07.123Z" */
  time: v.pipe(v.string(), v.isoTimestamp()),
  /** Host of the page that was open; null for a check. */
  site: v.nullable(Text),
  /** Host that was asked for; of an offer the one that it came from. */
  host: v.nullable(Text),
  /** Where it was reached, such as "192.0.2.1:443"; null where the browser does not say so. */
  address: v.nullable(Text),
  /** Where the user says to be; null when nothing was said. */
  country: v.nullable(Text),
  /** What the user says of the network; null when nothing was said. */
  network: v.nullable(v.strictObject({ provider: Text, line: Text, note: Text })),
  /** SHA-256 of the end-entity certificate; null when none was seen. */
  leaf: v.nullable(Sha256),
  /** SHA-256 of the certificates above it, in the order in which they came. */
  issuers: Hashes,
  /** SHA-256 of the certificates in the offered file; empty until the user had it read. */
  offered: Hashes,
  /** Identifier of the authority that the verdict rests on; null where none is named. */
  authority: v.nullable(Text),
  /** The matched key, or that of the added root; null when there is none. */
  key: v.nullable(v.strictObject({ spkiSha256: Sha256, isLeaf: v.boolean() })),
  /** Strongest first. */
  findings: v.pipe(v.array(KeptFinding), v.maxLength(MOST_FINDINGS)),
  /** How many times more it was seen on that day. */
  count: Count,
  /** When it was seen last, as `time`. */
  last: v.pipe(v.string(), v.isoTimestamp()),
});
export type Fields = v.InferOutput<typeof Fields>;
export type FieldName = keyof Fields;

/** Which fields each kind of record has: always all of them, so that none tells by its absence. */
export const FIELDS_OF = {
  connection: [
    ...["month", "day", "hour", "time", "site", "host", "address", "country", "network"],
    ...["leaf", "issuers", "authority", "key", "findings"],
  ],
  offer: [
    ...["month", "day", "hour", "time", "site", "host", "country", "network"],
    ...["offered", "authority", "key", "findings"],
  ],
  "added-root": ["month", "day", "country", "network", "issuers", "key", "count"],
  count: ["month", "day", "count", "last"],
} as const satisfies Record<string, readonly FieldName[]>;
export type RecordKind = keyof typeof FIELDS_OF;
