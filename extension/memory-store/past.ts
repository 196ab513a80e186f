import * as v from "valibot";
import type { HostHistory } from "../../src/detection/memory.ts";
import { storage } from "../platform/storage.ts";

/** Under which key of `storage.local` it lies. */
export const PAST_KEY = "memory";

const Moment = v.pipe(v.number(), v.integer());
/** Milliseconds since 1970, and the number of days on which it was seen. */
const RootHistory = v.strictObject({ first: Moment, last: Moment, days: Moment });
const Host = v.strictObject({
  at: Moment,
  hadTimestamps: v.boolean(),
  serial: v.string(),
  notBefore: Moment,
  notAfter: Moment,
});
const Stored = v.looseObject({ roots: v.unknown(), hosts: v.unknown() });
/** Whatever is stored under names. */
export const AnyEntries = v.record(v.string(), v.unknown());

/** What outlives the browser session: roots that are not public, by key, and a few hosts under public roots. */
export interface Past {
  /** By SPKI SHA-256, hex; milliseconds since 1970. */
  readonly roots: Readonly<Record<string, v.InferOutput<typeof RootHistory>>>;
  readonly hosts: Readonly<Record<string, HostHistory>>;
}

/** What cannot be read here. */
interface Unread {
  readonly roots: Readonly<Record<string, unknown>>;
  readonly hosts: Readonly<Record<string, unknown>>;
}

export const NOTHING: Past = { roots: {}, hosts: {} };

/** What is remembered, without what is not of the agreed shape. @throws the browser's error when it does not give it out. */
export const readPast = async (): Promise<Past> => (await readStoredPast()).past;

/** The same, and beside it what is not of that shape. @throws as `readPast`. */
export async function readStoredPast(): Promise<{ readonly past: Past; readonly unread: Unread }> {
  const { [PAST_KEY]: value } = await storage.local.get(PAST_KEY);
  const stored = v.is(Stored, value) ? value : NOTHING;
  const past = { roots: readable(RootHistory, stored.roots), hosts: readable(Host, stored.hosts) };
  return {
    past,
    unread: { ...stored, roots: without(stored.roots, past.roots), hosts: without(stored.hosts, past.hosts) },
  };
}

function without(entries: unknown, taken: object): Record<string, unknown> {
  if (!v.is(AnyEntries, entries)) return {};
  return Object.fromEntries(Object.entries(entries).filter(([key]) => !(key in taken)));
}

/** The entries of this shape; none of what is no object. */
export function readable<Value>(shape: v.GenericSchema<Value>, entries: unknown): Record<string, Value> {
  if (!v.is(AnyEntries, entries)) return {};
  const isReadable = (entry: [string, unknown]): entry is [string, Value] => v.is(shape, entry[1]);
  return Object.fromEntries(Object.entries(entries).filter(isReadable));
}
