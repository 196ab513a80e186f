import { beforeAll, describe, expect, it } from "vitest";
import { recordsAsCsv } from "../../../src/evidence/exports/csv.ts";
import { choiceOf, READY_FIELDS } from "../../../src/evidence/selection.ts";
import { HOSTILE, hostileRecords, STEERING } from "../hostile.ts";
import { makeJournal, makeWorld, type World } from "../journal.ts";
import { selected } from "../selected.ts";

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

/** Rows of cells, by RFC 4180 and nothing beside it: every cell quoted, CRLF after every line. */
function strictRows(csv: string): string[][] {
  const rows: string[][] = [];
  for (const line of csv.split("\r\n").slice(0, -1)) {
    expect(line).toMatch(/^"(?:[^"\r\n]|"")*"(?:,"(?:[^"\r\n]|"")*")*$/);
    rows.push([...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = ""]) => cell.replaceAll('""', '"')));
  }
  expect(csv.endsWith("\r\n")).toBe(true);
  return rows;
}

/** The rows as objects by the names in the first. */
function byName(csv: string): Record<string, string>[] {
  const [names = [], ...rows] = strictRows(csv.replace(/^\uFEFF/, ""));
  for (const row of rows) expect(row).toHaveLength(names.length);
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""])));
}

describe("CSV", () => {
  it("comes back from a strict parser as it was disclosed", async () => {
    const { records, certificates } = await makeJournal(world);
    const { records: disclosed } = selected(records, choiceOf(records, READY_FIELDS.newsroom));
    const csv = await recordsAsCsv(disclosed, certificates);
    expect(csv.startsWith("\uFEFF")).toBe(true);
    const rows = byName(csv);
    expect(rows.map(({ seq, kind, verdict, host, time, hash }) => ({ seq, kind, verdict, host, time, hash }))).toEqual(
      disclosed.map(({ record, shown, hash }) => ({
        ...{ seq: `${record.seq}`, kind: record.kind, host: shown.host ?? "", time: shown.time ?? "", hash },
        verdict: "verdict" in record ? record.verdict : "",
      })),
    );
    expect(rows[0]).toMatchObject({
      leaf_subject: "CN=host-0-0.secret.example",
      provider: "Provider 0.0",
      line: "home",
    });
    expect(rows[0]?.last_issuer_subject).toBe("CN=Rootwatch Made Interceptor,O=Rootwatch,C=ZZ");
    expect(rows[3]).toMatchObject({ kind: "count", of: "1", count: "3" });
  });

  it("leaves cells empty for what is hidden, and numbers hidden hosts", async () => {
    const { records } = await makeJournal(world);
    const { records: disclosed } = selected(records, choiceOf(records, READY_FIELDS.publish));
    const rows = byName(await recordsAsCsv(disclosed, new Map()));
    expect(rows.map(({ host }) => host)).toEqual(["host 1", "host 2", "host 3", ""]);
    expect(rows[0]).toMatchObject({ month: "2026-10", day: "", site: "", leaf_sha256: "", reasons: "" });
  });

  it("has no cell that a spreadsheet could run, whichever character it takes for the end of a cell", async () => {
    const { records, certificates } = await hostileRecords(world);
    const csv = await recordsAsCsv(records, certificates);
    const rows = byName(csv);
    expect(rows).toHaveLength(HOSTILE.length);
    for (const separator of [",", ";", "\t", "|"]) {
      for (const piece of csv.split(/\r\n/).flatMap((line) => line.split(separator))) {
        expect(piece.replace(/^[\s"]+/, "")).not.toMatch(/^[=+\-@\uff1d\uff0b\uff0d\uff20]/);
      }
    }
    expect(csv).not.toMatch(STEERING);
  });

  it("cuts what is longer than anything a record may hold", async () => {
    const { records, certificates } = await hostileRecords(world);
    const long = records.map((record) => ({ ...record, shown: { ...record.shown, host: "x".repeat(1e6) } }));
    expect((await recordsAsCsv(long, certificates)).length).toBeLessThan(records.length * 20_000);
  });
});
