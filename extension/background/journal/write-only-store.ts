import { encryptAge } from "../../../src/evidence/age.ts";
import type { Head } from "../../../src/evidence/record.ts";
import { sealedText } from "../../../src/evidence/sealed-text.ts";
import type { Position, SealedRecord } from "../../journal-store/stored.ts";
import type { DatabaseStore } from "./database-store.ts";
import type { Addition, Appended, JournalStore } from "./journal-store.ts";
import type { SessionStore } from "./session-store.ts";

/**
 * The journal on the disk that this device cannot read: each record is encrypted at once to somebody else, and only its number and hash
 * are in clear. What is counted aside, as hashes, and the time of the last record are in the browser's memory alone, and go with it.
 */
export class WriteOnlyStore implements JournalStore {
  private readonly disk: DatabaseStore;
  private readonly session: SessionStore;
  private readonly recipient: string;

  constructor(disk: DatabaseStore, session: SessionStore, recipient: string) {
    this.disk = disk;
    this.session = session;
    this.recipient = recipient;
  }

  async position(): Promise<Position> {
    const position = await this.disk.position();
    await this.session.settle(position.head);
    return { ...position, at: await this.session.lastTime() };
  }

  readonly tallyRow = (id: string) => this.session.tallyRow(id);
  readonly tally = () => this.session.tally();
  readonly certificate = (sha256: string) => this.session.certificate(sha256);

  async add(after: Head, { appended, certificates, tally, closed, at }: Addition): Promise<boolean> {
    const records = await Promise.all(appended.map((each) => this.seal(each, certificates)));
    const named = new Set(tally.flatMap(({ root }) => root?.issuers ?? []));
    const pending = new Map([...certificates].filter(([sha256]) => named.has(sha256)));
    const last = records.at(-1);
    if (!last) {
      await this.session.count({ tally, closed, certificates: pending, at: null });
      return true;
    }
    const counts = { tally: [...tally], closed: [...closed], at };
    await this.session.intend({ seq: last.seq, hash: last.hash }, counts);
    const nothing = { certificates: new Map(), tally: [], closed: [] };
    if (!(await this.disk.write(after, { records, ...nothing, at: null }))) return false;
    await this.session.count({ ...counts, certificates: pending });
    return true;
  }

  private async seal({ record, names }: Appended, given: Addition["certificates"]): Promise<SealedRecord> {
    const found = await Promise.all(names.map(async (name) => given.get(name) ?? this.session.certificate(name)));
    const certificates = found.filter((der) => der !== null);
    const text = new TextEncoder().encode(sealedText({ ...record, certificates }));
    const { seq, hash } = record;
    return { seq, hash, sealed: await encryptAge(text, { recipients: [this.recipient] }) };
  }
}
