import * as v from "valibot";
import { AddedRoot } from "../../src/evidence/counted.ts";
import { Sha256 } from "../../src/watchlist/fields.ts";

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** As `Head` of src/evidence. */
const Head = v.strictObject({ seq: Count, hash: Sha256 });

/** A record as it is stored, in clear. */
export const StoredRecord = v.strictObject({
  seq: Seq,
  line: v.string(),
  hash: Sha256,
  disclosures: v.array(v.string()),
  /** SHA-256 of the certificates it names. */
  certificates: v.array(Sha256),
  /** When it was written, milliseconds since 1970. */
  at: v.number(),
});
export type StoredRecord = v.InferOutput<typeof StoredRecord>;

/** A record that this device cannot read: its number, its line's hash, and an age file with the rest. */
export const SealedRecord = v.strictObject({ seq: Seq, hash: Sha256, sealed: v.instance(Uint8Array) });
export type SealedRecord = v.InferOutput<typeof SealedRecord>;

/** Where a store's part of the chain begins and ends. */
export const Position = v.strictObject({
  /** What its first record follows: the last one dropped, or in the session's store the head of the lasting one. */
  base: Head,
  head: Head,
  /** When the last record was written, milliseconds since 1970; null when that is not known. */
  at: v.nullable(v.number()),
  /** Of everything in the store, about. */
  bytes: Count,
});
export type Position = v.InferOutput<typeof Position>;

/** What was seen of one thing on one day, beside the records: which of them show it, and what is counted aside. */
export const TallyRow = v.strictObject({
  /** A hash of what is counted and of the day. */
  id: v.string(),
  /** "2026-11-22" in UTC. */
  day: v.string(),
  counts: v.array(
    v.strictObject({
      /** A hash of the leaf; empty where none was seen. */
      leaf: v.string(),
      /** The record that shows it; null for an added root, which has none until the day is closed. */
      of: v.nullable(Seq),
      /** How many times more it was seen than records tell. */
      count: Count,
      /** When it was seen last, milliseconds since 1970. */
      last: v.number(),
    }),
  ),
  /** Of a key and verdict: how many records of them were made on the day; absent for one host. */
  records: v.exactOptional(Count),
  /** What the record of an added root will say; null for everything else. */
  root: v.nullable(AddedRoot),
});
export type TallyRow = v.InferOutput<typeof TallyRow>;

/** What went wrong with the journal, until the user has seen it. */
export const Trouble = v.strictObject({
  /**
   * `full`: the browser or the limit gave no more room; `unreadable`: the store does not open; `newer`: a newer Rootwatch wrote it; `gone`:
   * records that were stored are there no more.
   */
  what: v.picklist(["full", "unreadable", "newer", "gone"]),
  /** Milliseconds since 1970. */
  since: v.number(),
  /** How many records could not be kept, or are gone. */
  missed: Count,
});
export type Trouble = v.InferOutput<typeof Trouble>;
