import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { JournalReading, type ReadRecords } from "../../extension/journal/journal-reading.ts";
import { PAGE_SIZE } from "../../extension/journal/pages.ts";
import { JOURNAL_LOCK } from "../../extension/journal-store/journal-lock.ts";
import { exclusively } from "../../extension/platform/exclusively.ts";
import { connection, freshBrowser, startedJournal } from "../background/journal/journal-world.ts";

vi.mock("../../extension/platform/browser.ts", () => import("../background/fake-browser.ts"));

const HOSTS = Array.from({ length: 60 }, (_, index) => `host-${index}.example`);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 22, 12) });
  freshBrowser();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A journal of 60 records, and after them 60 that say how often each was seen again. */
async function countedJournal() {
  const journal = startedJournal();
  await journal.choose({ keeping: "evidence" });
  for (const host of [...HOSTS, ...HOSTS]) await journal.keep(connection(host, "intercepted"));
  vi.setSystemTime(Date.UTC(2026, 10, 23, 12));
  await journal.closeDay();
  return journal;
}

/** Everything that a reading showed by the time that it has nothing more to do. */
async function shownBy(reading: JournalReading, look: () => void): Promise<ReadRecords[]> {
  const shown: ReadRecords[] = [];
  reading.follow((read) => {
    if (read instanceof Error) throw read;
    shown.push(read);
  });
  look();
  await exclusively(JOURNAL_LOCK, async () => null);
  return shown;
}

const listed = ({ entries }: ReadRecords) => entries.filter(({ of }) => of === null).map(({ host }) => host);

test("what is shown first is a whole page, also where the last records only count others", async () => {
  await countedJournal();
  const reading = new JournalReading();
  const shown = await shownBy(reading, () => null);
  expect(shown).toHaveLength(2);
  expect(listed(shown[0] as ReadRecords)).toEqual(HOSTS.toReversed().slice(0, PAGE_SIZE));
  expect(shown[0]).toMatchObject({ isWhole: false, missing: null, state: { onDisk: 120 } });
  expect(listed(shown[1] as ReadRecords)).toEqual(HOSTS.toReversed());
  expect(shown[1]).toMatchObject({ isWhole: true, missing: null });
});

test("whoever looks again sees the same records until there are others, and then all of them at once", async () => {
  const journal = await countedJournal();
  const reading = new JournalReading();
  const [, whole] = await shownBy(reading, () => null);
  const again = await shownBy(reading, () => reading.look());
  expect(again.map(({ entries }) => entries === whole?.entries)).toEqual([true]);
  await journal.keep(connection("another.example", "intercepted"));
  const changed = await shownBy(reading, () => reading.look());
  expect(changed.map(listed)).toEqual([["another.example", ...HOSTS.toReversed()]]);
  expect(await changed[0]?.reader.record(1)).toMatchObject({ seq: 1 });
});

test("a page that was shown stays when the journal cannot be read any more, and an error is told before that", async () => {
  await countedJournal();
  const reading = new JournalReading();
  const [, whole] = await shownBy(reading, () => null);
  vi.stubGlobal("navigator", { locks: { request: () => Promise.reject(new Error("no locks here")) } });
  reading.look();
  await Promise.resolve();
  expect(reading.latest).toBe(whole);
  const unreadable = new JournalReading();
  await unreadable.begun;
  expect(unreadable.latest).toMatchObject({ message: "no locks here" });
});
