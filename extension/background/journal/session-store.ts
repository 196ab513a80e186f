import * as v from "valibot";
import type { Head } from "../../../src/evidence/record.ts";
import { fromBase64, toBase64 } from "../../../src/watchlist/base64.ts";
import {
  certificateKey,
  POSITION_KEY,
  recordKey,
  SESSION_PREFIX,
  TALLY_PREFIX,
} from "../../journal-store/session-keys.ts";
import { Position, StoredRecord, TallyRow } from "../../journal-store/stored.ts";
import { storage } from "../../platform/storage.ts";
import { type Addition, type Appended, FullError, type JournalStore, sizeOf } from "./journal-store.ts";
import { type Counts, INTENT_KEY, Intent, sizeOfRow, sumOf, tallyRows } from "./session-counts.ts";

/** Half of what Chrome gives an extension for the session (10 MB), which holds the tabs too: those must not run short. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Of a journal on the disk that must not tell it. */
const TIME_KEY = `${SESSION_PREFIX}last-time`;

/** The journal that lasts until the browser is closed, in its memory and never on the disk. Every change is one call, which counts whole or not at all. */
export class SessionStore implements JournalStore {
  private readonly lastingHead: () => Promise<Head>;

  /** @param lastingHead gives the head of the journal on the disk, which the first record here follows. */
  constructor(lastingHead: () => Promise<Head>) {
    this.lastingHead = lastingHead;
  }

  async position(): Promise<Position> {
    const stored = await this.read(POSITION_KEY);
    if (v.is(Position, stored)) return stored;
    const base = await this.lastingHead();
    return { base, head: base, at: null, bytes: await this.bytesLeft() };
  }

  /** How many records are here. */
  async amount(): Promise<number> {
    const stored = await this.read(POSITION_KEY);
    return v.is(Position, stored) ? stored.head.seq - stored.base.seq : 0;
  }

  async tallyRow(id: string): Promise<TallyRow | null> {
    const row = await this.read(TALLY_PREFIX + id);
    return v.is(TallyRow, row) ? row : null;
  }

  async tally(): Promise<readonly TallyRow[]> {
    const all = Object.entries(await storage.session.get(null));
    return all.flatMap(([key, value]) => (key.startsWith(TALLY_PREFIX) && v.is(TallyRow, value) ? [value] : []));
  }

  async certificate(sha256: string): Promise<Uint8Array | null> {
    const stored = await this.read(certificateKey(sha256));
    return typeof stored === "string" ? fromBase64(stored) : null;
  }

  async add(after: Head, { appended, certificates, tally, closed, at }: Addition): Promise<boolean> {
    const position = await this.position();
    if (position.head.hash !== after.hash) return false;
    const ders = [...certificates].map(([sha256, der]) => [certificateKey(sha256), toBase64(der)] as const);
    const rowKeys = [...tally.map(({ id }) => id), ...closed].map((id) => TALLY_PREFIX + id);
    const known = await storage.session.get([...ders.map(([key]) => key), ...rowKeys]);
    const fresh = ders.filter(([key]) => !(key in known));
    const counted = sumOf(tally.map(sizeOfRow)) - sumOf(rowKeys.map((key) => sizeOfRow(known[key])));
    const records = appended.map(({ record, names }) => ({ ...record, certificates: names, at }));
    const added = sumOf([...records.map(sizeOf), ...fresh.map(([, der]) => der.length)]) + counted;
    if (added > 0 && position.bytes + added > MOST_BYTES) throw new FullError("the session's share is used up");
    const { seq, hash } = records.at(-1) ?? position.head;
    const moved: Position = { ...position, head: { seq, hash }, bytes: Math.max(position.bytes + added, 0) };
    await storage.session.set({
      ...Object.fromEntries(fresh),
      ...Object.fromEntries(records.map((record) => [recordKey(record.seq), record])),
      ...tallyRows({ tally, closed }),
      [POSITION_KEY]: records.length > 0 ? { ...moved, at } : moved,
    });
    await this.removeClosed(closed);
    return true;
  }

  /** Counts aside only, for a journal that is kept elsewhere. */
  async count({ tally, closed, certificates, at }: Counts): Promise<void> {
    await storage.session.set({
      ...Object.fromEntries([...certificates].map(([sha256, der]) => [certificateKey(sha256), toBase64(der)])),
      ...tallyRows({ tally, closed }),
      ...(at === null ? {} : { [TIME_KEY]: at }),
      [INTENT_KEY]: null,
    });
    await this.removeClosed(closed);
  }

  /** Notes what is to be counted once a journal that is kept elsewhere has this head. */
  async intend(head: Head, counts: Pick<Counts, "tally" | "closed" | "at">): Promise<void> {
    await storage.session.set({ [INTENT_KEY]: { head, ...counts } });
  }

  /** Counts what was to be counted if the journal that is kept elsewhere has got that far, and else forgets it. */
  async settle(head: Head): Promise<void> {
    const intent = await this.read(INTENT_KEY);
    if (!v.is(Intent, intent)) return;
    const isDone = intent.head.hash === head.hash;
    await this.count({ ...(isDone ? intent : { tally: [], closed: [], at: null }), certificates: new Map() });
  }

  /** When a record was last written elsewhere, milliseconds since 1970; null when that is not known. */
  async lastTime(): Promise<number | null> {
    const stored = await this.read(TIME_KEY);
    return typeof stored === "number" ? stored : null;
  }

  /** Everything that is here, as it was added. */
  async all(): Promise<Addition> {
    const { base, head, at } = await this.position();
    const keys = Array.from({ length: head.seq - base.seq }, (_, index) => recordKey(base.seq + 1 + index));
    const found = await storage.session.get(null);
    const certificates = new Map<string, Uint8Array>();
    for (const [key, der] of Object.entries(found)) {
      const sha256 = key.slice(certificateKey("").length);
      if (key === certificateKey(sha256)) certificates.set(sha256, fromBase64(String(der)));
    }
    const appended = keys.flatMap((key): Appended[] => {
      const stored = found[key];
      if (!v.is(StoredRecord, stored)) return [];
      const { certificates: names, at: _, ...record } = stored;
      return [{ record, names }];
    });
    return { appended, certificates, tally: await this.tally(), closed: [], at: at ?? 0 };
  }

  /** Whether there are records here that are on the disk too. @param lasting the head of the journal on the disk. */
  async isMoved(lasting: Head): Promise<boolean> {
    const stored = await this.read(POSITION_KEY);
    return v.is(Position, stored) && stored.head.seq > stored.base.seq && stored.head.seq <= lasting.seq;
  }

  async clear(): Promise<void> {
    const keys = Object.keys(await storage.session.get(null));
    await storage.session.remove(keys.filter((key) => key.startsWith(SESSION_PREFIX)));
  }

  /** Removes the records, but not what is counted aside, and the certificates that this may need. */
  async clearRecords(): Promise<void> {
    const keys = Object.keys(await storage.session.get(null));
    await storage.session.remove([POSITION_KEY, ...keys.filter((key) => key.startsWith(recordKey("")))]);
  }

  /** Also those that were closed when the background ended in the middle. */
  private async removeClosed(closed: readonly string[]): Promise<void> {
    if (closed.length === 0) return;
    const all = Object.entries(await storage.session.get(null));
    await storage.session.remove(
      all.flatMap(([key, value]) => (key.startsWith(TALLY_PREFIX) && value === null ? [key] : [])),
    );
  }

  /** Of what is counted aside and its certificates, which stay when the records go. */
  private async bytesLeft(): Promise<number> {
    const all = Object.entries(await storage.session.get(null));
    const certificates = all.flatMap(([key, der]) => (key.startsWith(certificateKey("")) ? [String(der).length] : []));
    return sumOf([...certificates, ...(await this.tally()).map(sizeOfRow)]);
  }

  private async read(key: string): Promise<unknown> {
    return (await storage.session.get(key))[key];
  }
}
