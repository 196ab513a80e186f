import { expect, it } from "vitest";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import type { Stands } from "../../../src/evidence/report/stands.ts";
import { statement } from "../../../src/evidence/report/statement.ts";
import { summary } from "../../../src/evidence/report/summary.ts";
import { unlooked } from "../../../src/evidence/report/unlooked.ts";
import { disclosed } from "../disclosed.ts";
import { content, english, linesOf } from "./content.ts";

const lines = (records: DisclosedRecord[], numbers: number[] = []) =>
  linesOf(summary(content({ records, stands: numbers.map((seq) => ({ seq }) as Stands) })));

it("a summary counts records, those left out, months, verdicts and what stands", () => {
  const listed = (seq: number, month: string) => disclosed("connection", { seq, verdict: "listed" }, { month });
  const records = [listed(3, "2026-11"), disclosed("count", { seq: 4 }), listed(7, "2026-09")];
  records.push(disclosed("offer", { seq: 8, verdict: "intercepted" }, { month: "2026-10" }));
  expect(lines(records, [3, 3, 8])).toEqual([
    ...["Summary", "Records: 4, with numbers from 3 to 8"],
    "Numbers between them that are not in this file: 2. The person who made it left them out, or they were no longer kept.",
    "Months by the device's clock: 2026-09 to 2026-11",
    "Someone else can read and change this connection: 1",
    "A certificate on the list; this alone does not show interception: 2",
    "Records with something that stands without the witness (part A): 2",
  ]);
});

it("a summary names no gap and no month where there is none", () => {
  expect(lines([disclosed("count", { seq: 2 }), disclosed("count", { seq: 3 })])).toEqual([
    ...["Summary", "Records: 2, with numbers from 2 to 3"],
    "Records with something that stands without the witness (part A): 0",
  ]);
  expect(lines([])).toEqual(["Summary", "There are no records in this file."]);
});

it("a report says what was not looked at, and by which list", () => {
  expect(linesOf(unlooked(english, "2026-11-20"))).toEqual([
    ...["What Rootwatch does not look at", "Other apps on this device", "Your other devices"],
    ...["What a company hands over from its own servers", "Whoever holds a publicly trusted certificate for the site"],
    "That something is not in this file does not show that it did not happen.",
    "List of authorities of 2026-11-20",
  ]);
});

it("a statement asks what only the witness can say", () => {
  const keys = ["title", "who", "device", "network", "how", "custody", "seal", "sign"];
  expect(linesOf(statement(english))).toEqual(keys.map((key) => english(`report_statement_${key}`)));
});
