import { EMPTY_HEAD, type Head } from "../../../src/evidence/record.ts";
import { forgetKeptChecks } from "../../check-store/kept-checks.ts";
import { deleteJournalDatabase, hasJournalDatabase, openJournalDatabase } from "../../journal-store/database.ts";
import { removeNewsroomKey } from "../../newsroom-key.ts";
import type { KeepingChanges } from "../../settings/settings.ts";
import { readSettings } from "../../settings/settings-in-force.ts";
import { changeSettings } from "../change-settings.ts";
import { DatabaseStore, positionIn } from "./database-store.ts";
import type { JournalStore } from "./journal-store.ts";
import { mendPosition } from "./mend-position.ts";
import { dropOldest } from "./retention.ts";
import { SessionStore } from "./session-store.ts";
import { forgetTrouble, noteTrouble } from "./trouble.ts";
import { forgetWitness, readWitness, witness } from "./witness.ts";
import { WriteOnlyStore } from "./write-only-store.ts";

const DAY = 24 * 60 * 60 * 1000;
const MEGABYTE = 1024 * 1024;
/** In milliseconds. */
const A_WHILE = 60_000;

/** The places where the journal is kept, and which of them the user chose. */
export class Stores {
  readonly session = new SessionStore(() => this.lastingHead());
  private opened: Promise<DatabaseStore> | null = null;
  /** When it was last done, milliseconds since 1970; 0 when never since the background began. */
  private tidied = 0;

  /** Where records are kept now; null where nothing is. Rejects when the place cannot be used. */
  async chosen(): Promise<JournalStore | null> {
    const { keeping, writeOnlyTo } = await readSettings();
    if (keeping === "warn-only") return null;
    if (this.tidied === 0) await this.tidy();
    if (keeping === "session") return this.session;
    const disk = await this.disk();
    return writeOnlyTo === null ? disk : new WriteOnlyStore(disk, this.session, writeOnlyTo);
  }

  /** The journal on the disk, made when there is none. Rejects when the browser cannot open it. */
  disk(): Promise<DatabaseStore> {
    this.opened ??= this.open().catch((error) => {
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  /** The journal on the disk; null when there is none. Rejects when the browser cannot open it. */
  async diskIfAny(): Promise<DatabaseStore | null> {
    if (this.opened) return this.opened;
    return (await hasJournalDatabase()) || (await readWitness()) ? this.disk() : null;
  }

  /** The last record of the whole journal. */
  async head(): Promise<Head> {
    return (await this.session.position()).head;
  }

  /** Changes what is kept, and does what follows at once. */
  async choose(changes: KeepingChanges): Promise<void> {
    const before = await readSettings();
    await changeSettings(() => changes);
    // What was counted aside so far was told by records just now, and is counted anew at another place.
    if (before.keeping === "evidence" && before.writeOnlyTo !== null) await this.session.clear();
    const disk = await this.diskIfAny();
    await disk?.database.clear("tally");
    await this.tidy();
  }

  /**
   * Writes the session's records to the disk, byte by byte as they are. What is counted aside goes with them where it is counted on the disk
   * from now on.
   */
  async moveSession(): Promise<void> {
    const { keeping, writeOnlyTo } = await readSettings();
    const isCountedThere = keeping === "evidence" && writeOnlyTo === null;
    const [{ base, head }, all] = [await this.session.position(), await this.session.all()];
    if (all.appended.length === 0 && !(isCountedThere && all.tally.length > 0)) return;
    const disk = await this.disk();
    const store = writeOnlyTo === null ? disk : new WriteOnlyStore(disk, this.session, writeOnlyTo);
    const isThere = all.appended.length > 0 && (await disk.position()).head.seq >= head.seq;
    const moved = isCountedThere ? all : { ...all, tally: [] };
    if (!isThere && !(await store.add(base, moved)))
      throw new Error("the session's records follow no record on the disk");
    await this.leave(isCountedThere);
  }

  /** Takes the session's records to the disk where everything is to be kept there, and drops what is too old or too much. */
  async tidy(): Promise<void> {
    this.tidied = Date.now();
    const { keeping, keptDays, keptMegabytes } = await readSettings();
    const disk = await this.diskIfAny();
    // Ended while it moved the session's records, the background may have left them in both places.
    if (disk && (await this.session.isMoved((await disk.position()).head))) await this.leave(false);
    if (keeping === "evidence") await this.moveSession();
    if (disk) await dropOldest(disk, { since: Date.now() - keptDays * DAY, bytes: keptMegabytes * MEGABYTE });
  }

  /** As `tidy`, when that was not done for a while. */
  async tidyNowAndThen(): Promise<void> {
    if (Math.abs(Date.now() - this.tidied) > A_WHILE) await this.tidy();
  }

  /** Deletes everything about the journal. Rejects when something could not be deleted. */
  async wipe(): Promise<void> {
    (await this.opened?.catch(() => null))?.database.close();
    this.opened = null;
    // What cannot be deleted keeps nothing else.
    const deleted = await Promise.allSettled([
      this.session.clear(),
      deleteJournalDatabase(),
      forgetWitness(),
      forgetTrouble(),
      forgetKeptChecks(),
      removeNewsroomKey(),
    ]);
    for (const each of deleted) if (each.status === "rejected") throw each.reason;
  }

  private leave(withCounts: boolean): Promise<void> {
    return withCounts ? this.session.clear() : this.session.clearRecords();
  }

  private async lastingHead(): Promise<Head> {
    return (await (await this.diskIfAny())?.position())?.head ?? EMPTY_HEAD;
  }

  private async open(): Promise<DatabaseStore> {
    const database = await openJournalDatabase();
    // The browser closes it by itself when the profile is cleaned.
    database.addEventListener("close", () => {
      this.opened = null;
    });
    const store = new DatabaseStore(database);
    await mendPosition(database);
    await this.compareWithWitness(store);
    return store;
  }

  /** A browser that finds its store damaged may begin a new one without a word: what was there before is missed then. */
  private async compareWithWitness({ database }: DatabaseStore): Promise<void> {
    const seen = await readWitness();
    const position = positionIn(await database.get("state", "position"));
    if (!seen || position.head.seq >= seen.seq) return witness(position.head);
    const missed = seen.seq - position.head.seq;
    const isEmpty = position.head.seq === 0;
    await database.put("state", { ...position, base: isEmpty ? seen : position.base, head: seen }, "position");
    await noteTrouble("gone", missed);
  }
}
