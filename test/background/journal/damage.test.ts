import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openJournalDatabase } from "../../../extension/journal-store/database.ts";
import { missingRecords } from "../../../extension/journal-view/missing-records.ts";
import { parseRecord } from "../../../src/evidence/record.ts";
import { browser } from "../fake-browser.ts";
import { connection, disclosed, freshBrowser, readAll, startedJournal, wholeChain } from "./journal-world.ts";

vi.mock("../../../extension/platform/browser.ts", () => import("../fake-browser.ts"));

const DAY = 24 * 60 * 60 * 1000;

type Database = Awaited<ReturnType<typeof openJournalDatabase>>;

/** Does something to the stored journal that Rootwatch never would. */
async function damage(how: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await openJournalDatabase();
  await how(database);
  database.close();
}

/** A journal on the disk with records of these hosts. */
async function kept(...hosts: readonly string[]): Promise<void> {
  const journal = startedJournal();
  await journal.choose({ keeping: "evidence", keptDays: 2 });
  for (const host of hosts) await journal.keep(connection(host, "intercepted"));
}

/** What the page with the export says is missing. */
async function missing() {
  const { state, records } = await readAll();
  return missingRecords(
    state,
    records.map(({ seq }) => seq),
  );
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 22, 12) });
  freshBrowser();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("a journal on the disk", () => {
  it.each([
    ["gone", (database: Database) => database.delete("state", "position")],
    ["no position", (database: Database) => database.put("state", { head: { seq: "two" } }, "position")],
    [
      "older than its records",
      async (database: Database) => {
        const [first] = (await readAll()).records;
        const position = {
          base: { seq: 0, hash: "0".repeat(64) },
          head: { seq: 1, hash: first?.hash },
          at: 0,
          bytes: 0,
        };
        return database.put("state", position, "position");
      },
    ],
  ])("goes on in one chain when what is stored of its end is %s", async (_, how) => {
    await kept("one.example", "two.example");
    const { bytes } = (await readAll()).state;
    await damage(how);
    await startedJournal().tidy();
    expect((await readAll()).state).toMatchObject({ bytes, trouble: null, onDisk: 2 });
    await startedJournal().keep(connection("three.example", "intercepted"));
    expect((await wholeChain()).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect((await readAll()).state.trouble).toBeNull();
    expect(await missing()).toBeNull();
  });

  it("whose end and last record are damaged tells of that record alone, and goes on after it", async () => {
    await kept("one.example", "two.example", "three.example");
    await browser.storage.local.remove("journal-head");
    await damage(async (database) => {
      await database.put("records", { seq: 3, line: "{}" });
      await database.delete("state", "position");
    });
    await startedJournal().keep(connection("four.example", "intercepted"));
    expect(await disclosed("host")).toEqual(["one.example", "two.example", "four.example"]);
    expect(await missing()).toEqual({ count: 1, numbers: "3" });
  });

  it("whose newest part is cut off tells how much, shows the rest, and goes on after what is missing", async () => {
    await kept("one.example", "two.example");
    const { state } = await readAll();
    const journal = startedJournal();
    await journal.keep(connection("three.example", "intercepted"));
    await journal.keep(connection("four.example", "intercepted"));
    await damage(async (database) => {
      for (const seq of [3, 4]) await database.delete("records", seq);
      await database.put(
        "state",
        { base: state.base, head: state.head, at: Date.now(), bytes: state.bytes },
        "position",
      );
    });
    await startedJournal().keep(connection("five.example", "intercepted"));
    expect((await readAll()).state.trouble).toMatchObject({ what: "gone", missed: 2 });
    expect(await disclosed("host")).toEqual(["one.example", "two.example", "five.example"]);
    expect(await missing()).toEqual({ count: 2, numbers: "3–4" });
  });

  it("is read past a record that is none, and one that the browser cannot read", async () => {
    await kept("one.example", "two.example", "three.example", "four.example");
    await damage((database) => database.put("records", { seq: 2 }));
    const get = IDBObjectStore.prototype.get;
    vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(() => {
      throw new DOMException("a value cannot be read", "UnknownError");
    });
    vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
      if (key === 3) throw new DOMException("the value cannot be read", "UnknownError");
      return get.call(this, key);
    });
    expect((await readAll()).records.map(({ seq }) => seq)).toEqual([1, 4]);
    expect(await missing()).toEqual({ count: 2, numbers: "2–3" });
  });

  it("drops what is too old although a damaged record lies before it", async () => {
    await kept("one.example", "two.example");
    await damage((database) => database.put("records", { seq: 1 }));
    vi.setSystemTime(Date.now() + 3 * DAY);
    await startedJournal().keep(connection("three.example", "intercepted"));
    const { state, records } = await readAll();
    expect(state).toMatchObject({ base: { seq: 2 }, onDisk: 1 });
    expect(records.map(({ line }) => parseRecord(line, "here").seq)).toEqual([3]);
  });
});

it("that a newer version wrote is told, and is left as it is", async () => {
  await kept("one.example", "two.example");
  const before = (await readAll()).records;
  const later = indexedDB.open("journal", 2);
  await new Promise((done) => {
    later.onsuccess = done;
  });
  later.result.close();
  await startedJournal().tidy();
  expect((await readAll()).state.trouble).toMatchObject({ what: "newer", missed: 0 });
  await startedJournal().keep(connection("lost.example", "intercepted"));
  await startedJournal().choose({ keeping: "session" });
  await startedJournal().keep(connection("lost-too.example", "intercepted"));
  expect(await startedJournal().keepSession()).toBe(false);
  expect((await readAll()).state).toMatchObject({ trouble: { what: "newer", missed: 2 }, onDisk: 0 });
  const all = indexedDB.open("journal");
  await new Promise((done) => {
    all.onsuccess = done;
  });
  const left = all.result.transaction("records").objectStore("records").getAll();
  await new Promise((done) => {
    left.onsuccess = done;
  });
  expect(left.result).toMatchObject(before);
});

it("drops what is too old when the background begins, also where nothing is kept any more", async () => {
  await kept("one.example");
  await startedJournal().choose({ keeping: "warn-only" });
  vi.setSystemTime(Date.now() + 3 * DAY);
  await startedJournal().tidy();
  expect((await readAll()).state).toMatchObject({ base: { seq: 1 }, onDisk: 0 });
});

it("names the numbers that are missing, and not without end", () => {
  const state = { base: { seq: 4, hash: "" }, head: { seq: 45, hash: "" } } as Parameters<typeof missingRecords>[0];
  expect(missingRecords(state, [5, 6, 9, 10, ...Array.from({ length: 34 }, (_, index) => 11 + index)])).toEqual({
    count: 3,
    numbers: "7–8, 45",
  });
  const odd = Array.from({ length: 20 }, (_, index) => 5 + 2 * index);
  expect(missingRecords(state, odd)?.numbers).toBe("6, 8, 10, 12, 14, 16, 18, 20, 22, 24, …");
});
