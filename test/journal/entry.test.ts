import { afterEach, beforeAll, expect, test } from "vitest";
import { entryOf } from "../../extension/journal-view/entry.ts";
import { journalRow } from "../../extension/journal-view/journal-row.ts";
import { type Journal, makeJournal, makeWorld } from "../evidence/journal.ts";

let journal: Journal;
const zone = process.env.TZ;

beforeAll(async () => {
  journal = await makeJournal(await makeWorld());
});

afterEach(() => {
  process.env.TZ = zone;
});

const entries = () => journal.records.map((record) => entryOf(journalRow(record)));

test("a record's entry says what was found, where and when", () => {
  const [first] = entries();
  expect(first).toMatchObject({ seq: 1, kind: "connection", verdict: "intercepted", host: "host-0-0.secret.example" });
  expect(first?.authority).not.toBe(null);
  expect(new Date(first?.at ?? 0).toISOString()).toBe("2026-10-03T08:17:07.123Z");
});

test("what only counts another says which, how often and when last", () => {
  expect(entries().at(-1)).toMatchObject({ kind: "count", verdict: null, of: 1, count: 3, host: null });
  expect(new Date(entries().at(-1)?.last ?? 0).toISOString()).toBe("2026-10-03T10:47:07.123Z");
});

test("a day is the reader's own", () => {
  process.env.TZ = "Pacific/Kiritimati";
  expect(entries()[1]?.day).toBe("2026-10-03");
  expect(entries()[2]?.day).toBe("2026-10-04");
});
