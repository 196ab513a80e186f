import type { Assessment } from "../../../src/detection/assessment.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import { type Circumstances, connectionEvidence } from "../../../src/evidence/content.ts";
import { dayOf } from "../../../src/evidence/counted.ts";
import { keptOf } from "../../../src/evidence/kept.ts";
import { type Offered, offerEvidence } from "../../../src/evidence/offer.ts";
import { EMPTY_HEAD, type Head } from "../../../src/evidence/record.ts";
import type { Watchlist } from "../../../src/watchlist/watchlist.ts";
import { JOURNAL_LOCK } from "../../journal-store/journal-lock.ts";
import { exclusively } from "../../platform/exclusively.ts";
import type { KeepingChanges } from "../../settings/settings.ts";
import { closeDays } from "./close-days.ts";
import type { JournalStore } from "./journal-store.ts";
import { countRoot, keepOrCount } from "./keep-or-count.ts";
import { readNetworkLabel } from "./network-label.ts";
import { Stores } from "./stores.ts";
import { noteTrouble, saveTrouble, troubleOf } from "./trouble.ts";
import { versionsWith } from "./versions.ts";

/** A connection that was judged, and where. */
export interface Judged {
  readonly observation: Observation;
  readonly assessment: Assessment;
  readonly watchlist: Watchlist;
  /** Host of the page that was open; null for a check. */
  readonly site: string | null;
  /** Of the check that was pressed; null outside one. */
  readonly check: string | null;
}

/**
 * Keeps what the user chose to keep. Only the background writes, one thing after another. What goes wrong is noted for the user, and is
 * never in the way of an alert: nothing here rejects. Of private windows nothing may be handed in.
 */
export class Journal {
  private readonly stores = new Stores();
  private readonly listDate: () => Promise<string>;
  /** The day before which every day is closed in the chosen store, "2026-11-22"; null when that is not known. */
  private closedBefore: string | null = null;

  /** @param listDate gives the day of the watchlist. */
  constructor(listDate: () => Promise<string>) {
    this.listDate = listDate;
  }

  /** Keeps a connection, or counts it aside, or neither. */
  async keep({ observation, assessment, watchlist, site, check }: Judged): Promise<void> {
    const kept = keptOf(observation, assessment, watchlist, check !== null);
    const { connection, at } = observation;
    if (kept === "nothing" || connection === "supplied") return;
    await this.write(async (store, circumstances) => {
      if (kept === "root-and-day") return countRoot(store, { observation, assessment }, circumstances);
      const evidence = connectionEvidence({ ...observation, connection }, assessment, {
        ...circumstances,
        site,
        check,
      });
      const { host } = observation;
      const key = assessment.findings.find((finding) => finding.key !== null)?.key ?? null;
      const [leaf] = assessment.certificates;
      return keepOrCount(store, evidence, {
        what: [host, key, assessment.verdict, check],
        group: ["key", key, assessment.verdict, check],
        leaf: leaf?.sha256 ?? null,
        at,
      });
    });
  }

  /** Keeps an offered certificate: the first time on a day, and each other content of it that the user has read. */
  async keepOffer(offered: Offered, site: string | null): Promise<void> {
    await this.write((store, circumstances) => {
      const evidence = offerEvidence(offered, { ...circumstances, site });
      const file = offered.read?.assessment.certificates.map(({ sha256 }) => sha256).join() ?? null;
      return keepOrCount(store, evidence, {
        what: ["offer", offered.host],
        group: ["offers"],
        leaf: file,
        at: offered.at,
      });
    });
  }

  /** Appends what was counted aside, also of this day. @returns whether it could. */
  closeDay(): Promise<boolean> {
    return this.guarded(async () => {
      const store = await this.stores.chosen();
      const versions = await versionsWith(await this.listDate());
      if (store) await closeDays(store, versions, { today: dayOf(Date.now()), isTodayToo: true });
    });
  }

  /** Closes the day and gives the head, for somebody else to keep; null when that fails or there is no record. */
  async seal(): Promise<Head | null> {
    if (!(await this.closeDay())) return null;
    const { hash, seq } = await exclusively(JOURNAL_LOCK, () => this.stores.head()).catch(() => EMPTY_HEAD);
    return seq === 0 ? null : { hash, seq };
  }

  /** Changes what is kept, and how. What was counted aside is appended before, where it was kept so far. */
  async choose(changes: KeepingChanges): Promise<boolean> {
    await this.closeDay();
    return this.guarded(async () => {
      // Within the turn: what is written before it is written where the days were closed.
      this.closedBefore = null;
      await this.stores.choose(changes);
    });
  }

  /** Takes what is kept until the browser is closed over to the disk, as it is. @returns whether it could. */
  keepSession(): Promise<boolean> {
    return this.guarded(() => this.stores.moveSession());
  }

  /** How many records are kept until the browser is closed. Never rejects. */
  inSession(): Promise<number> {
    return this.stores.session.amount().catch(() => 0);
  }

  /** Drops what has become too old or too much. */
  tidy(): Promise<boolean> {
    return this.guarded(() => this.stores.tidy());
  }

  /** Deletes everything about the journal, and the network checks. @returns whether nothing is left. */
  wipe(): Promise<boolean> {
    return exclusively(JOURNAL_LOCK, () => this.stores.wipe()).then(
      () => true,
      () => false,
    );
  }

  private write(
    work: (store: JournalStore, circumstances: Omit<Circumstances, "site" | "check">) => Promise<void>,
  ): Promise<boolean> {
    // Now: when its turn comes, the user may have said something of the network that was not said when this was seen.
    const label = readNetworkLabel();
    return this.guarded(async () => {
      const store = await this.stores.chosen();
      if (!store) return;
      const versions = await versionsWith(await this.listDate());
      const today = dayOf(Date.now());
      if (this.closedBefore !== today) await closeDays(store, versions, { today, isTodayToo: false });
      this.closedBefore = today;
      await work(store, { ...(await label), versions });
      await this.stores.tidyNowAndThen();
    }, 1);
  }

  /** @param missed how many records a failure costs. */
  private async guarded(work: () => Promise<void>, missed = 0): Promise<boolean> {
    try {
      await exclusively(JOURNAL_LOCK, work);
      // There may be room again.
      await saveTrouble();
      return true;
    } catch (error) {
      await noteTrouble(troubleOf(error), missed);
      return false;
    }
  }
}
