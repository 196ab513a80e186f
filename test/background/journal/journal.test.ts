import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetNetworkLabel, keepNetworkLabel } from "../../../extension/background/journal/network-label.ts";
import { recordKey, TALLY_PREFIX } from "../../../extension/journal-store/session-keys.ts";
import { EMPTY_HEAD } from "../../../src/evidence/record.ts";
import { browser } from "../fake-browser.ts";
import {
  connection,
  disclosed,
  freshBrowser,
  freshLocks,
  readAll,
  startedJournal,
  wholeChain,
} from "./journal-world.ts";

vi.mock("../../../extension/platform/browser.ts", () => import("../fake-browser.ts"));

const DAY = 24 * 60 * 60 * 1000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 22, 12) });
  freshBrowser();
});
afterEach(() => vi.useRealTimers());

describe.each(["session", "evidence"] as const)("a journal that is kept: %s", (keeping) => {
  const begun = async () => {
    const journal = startedJournal();
    await journal.choose({ keeping });
    return journal;
  };

  it("records the first time of the day, up to three leaves, and tells the rest when the day is over", async () => {
    const journal = await begun();
    for (const leaf of ["11", "11", "22", "33", "44"]) {
      await journal.keep(connection("one.example", "intercepted", { leaf }));
    }
    await journal.keep(connection("two.example", "intercepted"));
    expect((await wholeChain()).map(({ kind }) => kind)).toEqual(Array(4).fill("connection"));
    vi.setSystemTime(Date.now() + DAY);
    await journal.keep(connection("two.example", "intercepted"));
    const records = await wholeChain();
    expect(records.slice(4)).toMatchObject([{ kind: "count", of: 1 }, { kind: "connection" }]);
    expect(await disclosed("count")).toEqual([2]);
    expect(await disclosed("day")).toEqual([...Array(5).fill("2026-11-22"), "2026-11-23"]);
  });

  it("counts an added root by day, with its certificates and without a host", async () => {
    const journal = await begun();
    for (const host of ["one.example", "two.example"]) await journal.keep(connection(host, "added-root"));
    expect(await wholeChain()).toEqual([]);
    expect(await journal.closeDay()).toBe(true);
    expect(await wholeChain()).toMatchObject([{ kind: "added-root" }]);
    expect(await disclosed("count")).toEqual([2]);
    expect(await disclosed("issuers")).toEqual([["ff".repeat(32)]]);
    expect(JSON.stringify((await readAll()).records)).not.toContain("example");
    expect(await journal.closeDay()).toBe(true);
    expect(await wholeChain()).toHaveLength(1);
  });

  it("goes on after the background was ended, with what was counted", async () => {
    await (await begun()).keep(connection("one.example", "intercepted"));
    await startedJournal().keep(connection("one.example", "intercepted"));
    await startedJournal().closeDay();
    expect(await wholeChain()).toMatchObject([{ kind: "connection" }, { kind: "count", of: 1 }]);
  });

  it("has room for what else happens when a page has more hosts opened than anyone needs to see", async () => {
    const journal = await begun();
    for (let host = 0; host < 205; host++) await journal.keep(connection(`h${host}.example`, "intercepted"));
    await journal.keep(connection("other.example", "suspected"));
    await journal.closeDay();
    const kinds = (await wholeChain()).map(({ kind }) => kind);
    expect(kinds).toEqual([...Array(201).fill("connection"), "count"]);
    expect((await wholeChain()).at(-1)).toMatchObject({ of: 1 });
    expect(await disclosed("count")).toEqual([5]);
    expect(await disclosed("host")).toContain("other.example");
  });

  it("says when the clock went back", async () => {
    const journal = await begun();
    await journal.keep(connection("one.example", "intercepted"));
    vi.setSystemTime(Date.now() - 1000);
    await journal.keep(connection("two.example", "intercepted"));
    expect((await wholeChain()).map(({ clockWentBack }) => clockWentBack)).toEqual([false, true]);
  });

  it("seals the last record, with what was counted so far", async () => {
    const journal = await begun();
    expect(await journal.seal()).toBe(null);
    for (let time = 0; time < 2; time++) await journal.keep(connection("one.example", "intercepted"));
    const seal = await journal.seal();
    expect(seal).toEqual((await readAll()).state.head);
    expect(seal?.seq).toBe(2);
  });

  it("is gone after a wipe, and the next one begins like a first", async () => {
    const journal = await begun();
    await journal.keep(connection("one.example", "intercepted"));
    expect(await journal.wipe()).toBe(true);
    expect(await indexedDB.databases()).toEqual([]);
    expect([...browser.storage.session.values.keys()]).toEqual([]);
    expect([...browser.storage.local.values.keys()]).toEqual(["settings"]);
    expect((await readAll()).state).toMatchObject({ head: EMPTY_HEAD, base: EMPTY_HEAD, onDisk: 0, inSession: 0 });
    await journal.keep(connection("one.example", "intercepted"));
    expect(await wholeChain()).toMatchObject([{ seq: 1, prev: EMPTY_HEAD.hash }]);
  });
});

it("keeps nothing where the user wants warnings alone", async () => {
  const journal = startedJournal();
  await journal.choose({ keeping: "warn-only" });
  await journal.keep(connection("one.example", "intercepted"));
  expect((await readAll()).state).toMatchObject({ onDisk: 0, inSession: 0, head: EMPTY_HEAD });
});

it("takes the session's records to the disk byte by byte, and goes on there or here in one chain", async () => {
  const journal = startedJournal();
  await journal.keep(connection("one.example", "intercepted"));
  const { records } = await readAll();
  expect(await journal.keepSession()).toBe(true);
  expect(await readAll()).toMatchObject({ records, state: { onDisk: 1, inSession: 0 } });
  await journal.keep(connection("two.example", "intercepted"));
  expect((await readAll()).state).toMatchObject({ onDisk: 1, inSession: 1 });
  await journal.choose({ keeping: "evidence" });
  await journal.keep(connection("three.example", "intercepted"));
  expect((await readAll()).state).toMatchObject({ onDisk: 3, inSession: 0 });
  expect((await wholeChain()).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

it("drops what is too old with the certificates that only that named, and leaves a stub until a wipe", async () => {
  const journal = startedJournal();
  await journal.choose({ keeping: "evidence", keptDays: 2 });
  await journal.keep(connection("old.example", "intercepted", { leaf: "11" }));
  const { head } = (await readAll()).state;
  vi.setSystemTime(Date.now() + 3 * DAY);
  await journal.keep(connection("new.example", "intercepted", { leaf: "22" }));
  await journal.tidy();
  expect((await readAll()).state).toMatchObject({ base: head, onDisk: 1 });
  expect(await wholeChain()).toMatchObject([{ seq: 2 }]);
  expect(await disclosed("host")).toEqual(["new.example"]);
  const { openJournal } = await import("../../../extension/journal-store/journal-reader.ts");
  const reader = await openJournal();
  expect(await reader.certificate("11".repeat(32))).toBe(null);
  expect(await reader.certificate("ff".repeat(32))).not.toBe(null);
  reader.close();
  await journal.wipe();
  expect((await readAll()).state.base).toEqual(EMPTY_HEAD);
});

it("writes into records what the user has said of the network, until there is another", async () => {
  const journal = startedJournal();
  // Still on its way to the disk when the user speaks.
  const before = journal.keep(connection("before.example", "intercepted"));
  await keepNetworkLabel({ country: "KZ", provider: "Home line", line: "", note: "" });
  await before;
  await journal.keep(connection("one.example", "intercepted"));
  await journal.keep(connection("two.example", "added-root"));
  await journal.closeDay();
  await forgetNetworkLabel();
  await journal.keep(connection("three.example", "intercepted"));
  const said = { provider: "Home line", line: "", note: "" };
  expect(await disclosed("network")).toEqual([null, said, said, null]);
  expect(await disclosed("country")).toEqual([null, "KZ", "KZ", null]);
});

it("counts what is counted aside towards the session's share, and keeps nothing of a day that is over", async () => {
  const journal = startedJournal();
  const bytes = async () => (await readAll()).state.bytes;
  const rows = () => [...browser.storage.session.values.keys()].filter((key) => key.startsWith(TALLY_PREFIX));
  await journal.keep(connection("one.example", "intercepted"));
  const without = await bytes();
  await journal.keep(connection("one.example", "added-root"));
  const before = await bytes();
  expect(before).toBeGreaterThan(without + 200);
  for (let time = 0; time < 20; time++) await journal.keep(connection("one.example", "added-root"));
  expect(await bytes()).toBe(before);
  expect(rows()).toHaveLength(3);
  vi.setSystemTime(Date.now() + DAY);
  expect(await journal.closeDay()).toBe(true);
  expect(rows()).toEqual([]);
  expect((await wholeChain()).map(({ kind }) => kind)).toEqual(["connection", "added-root"]);
});

it("says that the session's share is used up, and leaves what is there readable", async () => {
  const journal = startedJournal();
  await journal.keep(connection("one.example", "intercepted"));
  const set = vi.spyOn(browser.storage.session, "set");
  set.mockRejectedValueOnce(new Error("QUOTA_BYTES quota exceeded"));
  await journal.keep(connection("two.example", "intercepted"));
  expect((await readAll()).state.trouble).toMatchObject({ what: "full", missed: 1 });
  expect(await wholeChain()).toHaveLength(1);
  await journal.keep(connection("three.example", "intercepted"));
  expect(await wholeChain()).toHaveLength(2);
});

it("counts every record that is missed, also where two are at once", async () => {
  const journal = startedJournal();
  await journal.choose({ keeping: "evidence" });
  const hosts = ["one.example", "two.example", "three.example"];
  vi.stubGlobal("navigator", { locks: { request: () => Promise.reject(new Error("No lock today.")) } });
  await Promise.all(hosts.map((host) => journal.keep(connection(host, "intercepted"))));
  freshLocks();
  expect((await readAll()).state.trouble).toMatchObject({ missed: 3 });
});

it("says that records are gone when the browser has deleted them, and goes on after the last of them", async () => {
  const journal = startedJournal();
  await journal.choose({ keeping: "evidence" });
  for (const host of ["one.example", "two.example"]) await journal.keep(connection(host, "intercepted"));
  const { head } = (await readAll()).state;
  const { IDBFactory } = await import("fake-indexeddb");
  vi.stubGlobal("indexedDB", new IDBFactory());
  await startedJournal().keep(connection("three.example", "intercepted"));
  expect((await readAll()).state).toMatchObject({ trouble: { what: "gone", missed: 2 }, base: head, onDisk: 1 });
  expect(await wholeChain()).toMatchObject([{ seq: 3 }]);
});

it("reads past a damaged record", async () => {
  const journal = startedJournal();
  for (const host of ["one.example", "two.example", "three.example"]) {
    await journal.keep(connection(host, "intercepted"));
  }
  browser.storage.session.values.set(recordKey(2), { seq: 2 });
  expect((await readAll()).records.map(({ seq }) => seq)).toEqual([1, 3]);
});
