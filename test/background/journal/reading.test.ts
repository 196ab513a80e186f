import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openJournalDatabase } from "../../../extension/journal-store/database.ts";
import { type JournalReader, openJournal } from "../../../extension/journal-store/journal-reader.ts";
import { connection, freshBrowser, readAll, startedJournal } from "./journal-world.ts";

vi.mock("../../../extension/platform/browser.ts", () => import("../fake-browser.ts"));

let reader: JournalReader;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 22, 12) });
  freshBrowser();
});
afterEach(() => {
  reader.close();
  vi.useRealTimers();
});

async function backwards(first: number) {
  reader = await openJournal();
  const batches: { readonly records: number[]; readonly sealed: readonly number[] }[] = [];
  for await (const { records, sealed } of reader.fromTheLast(first)) {
    batches.push({ records: records.map(({ seq }) => seq), sealed });
  }
  return batches;
}

const hosts = Array.from({ length: 7 }, (_, index) => `host-${index}.example`);

it.each(["session", "evidence"] as const)("gives the last records first where they are kept as %s", async (keeping) => {
  const journal = startedJournal();
  await journal.choose({ keeping });
  for (const host of hosts) await journal.keep(connection(host, "intercepted"));
  const batches = await backwards(3);
  expect(batches[0]?.records).toEqual([7, 6, 5]);
  expect(batches.flatMap(({ records }) => records)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  const { records } = await readAll();
  expect(await reader.record(4)).toEqual(records[3]);
  expect(await reader.record(8)).toBe(null);
});

it("goes on from the browser's memory to the disk, over what is gone or damaged", async () => {
  const journal = startedJournal();
  await journal.choose({ keeping: "evidence" });
  for (const host of hosts.slice(0, 5)) await journal.keep(connection(host, "intercepted"));
  await journal.choose({ keeping: "session" });
  for (const host of hosts.slice(5)) await journal.keep(connection(host, "intercepted"));
  const database = await openJournalDatabase();
  await database.delete("records", 4);
  await database.put("records", { seq: 2, line: 0 });
  database.close();
  expect((await backwards(2)).flatMap(({ records }) => records)).toEqual([7, 6, 5, 3, 1]);
  expect(await reader.record(2)).toBe(null);
});

it("says which records only the recipient can read", async () => {
  const journal = startedJournal();
  await journal.choose({ keeping: "evidence" });
  await journal.keep(connection("open.example", "intercepted"));
  await journal.choose({ writeOnlyTo: await identityToRecipient(await generateX25519Identity()) });
  await journal.keep(connection("hidden.example", "intercepted"));
  expect(await backwards(10)).toEqual([{ records: [1], sealed: [2] }]);
  expect(await reader.record(2)).toBe(null);
});

it.each(["session", "evidence"] as const)("tells what is counted aside where it is kept as %s", async (keeping) => {
  const journal = startedJournal();
  await journal.choose({ keeping });
  for (const _ of hosts) await journal.keep(connection("often.example", "intercepted"));
  for (const host of hosts) await journal.keep(connection(host, "added-root"));
  await backwards(1);
  const counts = (await reader.tally()).flatMap(({ root, counts }) =>
    counts.map(({ of, count }) => ({ isRoot: root !== null, of, count })),
  );
  expect(counts).toContainEqual({ isRoot: false, of: 1, count: hosts.length - 1 });
  expect(counts).toContainEqual({ isRoot: true, of: null, count: hosts.length });
});
