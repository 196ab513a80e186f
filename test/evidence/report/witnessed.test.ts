import { describe, expect, it } from "vitest";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import { witnessed } from "../../../src/evidence/report/witnessed.ts";
import { disclosed, HASH, keptFinding } from "../disclosed.ts";
import { content, linesOf } from "./content.ts";

/** What is told of a record, without the words above all of them. */
const lines = (record: DisclosedRecord) => linesOf(witnessed(content({ records: [record] }))).slice(2);
const VERSIONS = "Versions: Rootwatch 1.0.0, list of 2026-11-21, Firefox 140.0";

describe("part B of a report", () => {
  it("tells of a record its verdict, why, what it is about, the key and what it is known by", () => {
    const said = { seq: 7, verdict: "listed", key: HASH, clockWentBack: true } as const;
    const record = disclosed("offer", said, { findings: [keptFinding("private-host")], offered: [HASH], host: null });
    expect(lines(record)).toEqual([
      ...["Record 7", "A certificate on the list; this alone does not show interception", "Why"],
      expect.stringContaining("(For context)"),
      ...["About: A certificate that a site offered", "Time: hidden", "Site: not known"],
      ...[`Key it rests on, SHA-256: ${HASH}`, `SHA-256 of this record: ${record.hash}`, VERSIONS],
      ...["The device's clock showed an earlier time than at the record before.", "The certificates"],
      ...["The certificates: This certificate is not in the file or cannot be read.", `SHA-256: ${HASH}`],
    ]);
  });

  it("tells of a record without verdict, key and certificate nothing of the kind", () => {
    const record = disclosed("count", { seq: 8, of: 7 });
    expect(lines(record)).toEqual([
      ...["Record 8", "About: How often record 7 was seen again on its day", "Time: hidden"],
      ...[`SHA-256 of this record: ${record.hash}`, VERSIONS],
    ]);
  });

  it("says that there are no records", () => {
    expect(linesOf(witnessed(content())).slice(2)).toEqual(["There are no records in this file."]);
  });
});
