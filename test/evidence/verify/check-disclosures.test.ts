import { beforeAll, describe, expect, it } from "vitest";
import { disclosureLine } from "../../../src/evidence/disclosure.ts";
import { EMPTY_HEAD, type FormedRecord, formRecord } from "../../../src/evidence/record.ts";
import { checkChain } from "../../../src/evidence/verify/check-chain.ts";
import { checkDisclosures } from "../../../src/evidence/verify/check-disclosures.ts";
import { placedLine } from "../../../src/evidence/verify/lines.ts";
import { Findings } from "../../../src/evidence/verify/verification.ts";
import { countedAgain } from "../journal.ts";

/** Two records that each have month, day, count and last. */
let one: FormedRecord;
let other: FormedRecord;

beforeAll(async () => {
  const head = { seq: 1, hash: EMPTY_HEAD.hash };
  one = await formRecord(countedAgain(1, 0, 1), head, false);
  other = await formRecord(countedAgain(1, 0, 2), one, false);
});

/** What is shown of the records by some disclosures, and what is wrong with these. */
function told(disclosures: readonly string[], records = [one.line, other.line]) {
  const found = new Findings();
  const placed = (lines: readonly string[], name: string) =>
    lines.map((line, index) => placedLine(line, `${name} ${index + 1}`));
  const read = checkChain(placed(records, "record"), new Findings());
  const checked = checkDisclosures(read, placed(disclosures, "line"), found);
  expect(checked).toMatchObject(read.map(({ record, line, hash }) => ({ record, line, hash })));
  const shown = checked.map((record) => record.shown);
  return { shown, problems: found.problems.map(({ key, at, details }) => [key, at, ...details].join(" ")) };
}

describe("a disclosure", () => {
  it("is of the record and the field whose digest it has", () => {
    const [month = "", , count = ""] = one.disclosures;
    expect(told([month, count, other.disclosures[2] ?? ""])).toEqual({
      shown: [{ month: "1970-01", count: 1 }, { count: 2 }],
      problems: [],
    });
    expect(told([...one.disclosures, ...other.disclosures]).problems).toEqual([]);
  });

  it("is of none, comes twice, or comes out of order", () => {
    const [month = "", day = "", count = ""] = one.disclosures;
    expect(told([disclosureLine("month", "1970-01"), day])).toEqual({
      shown: [{ day: "1970-01-01" }, {}],
      problems: ["stray-disclosure line 1"],
    });
    expect(told([month, month]).problems).toEqual(["second-disclosure line 2 month"]);
    expect(told([day, month, count]).problems).toEqual(["disclosure-order line 2"]);
    expect(told([other.disclosures[0] ?? "", count]).problems).toEqual(["disclosure-order line 2"]);
  });

  it("that is none is not read, though its digest is there", () => {
    const spaced = (one.disclosures[0] ?? "").replace(",", ", ");
    const line = one.line.replace(placedLine(one.disclosures[0] ?? "", "").hash, placedLine(spaced, "").hash);
    expect(told([spaced], [line])).toEqual({
      shown: [{}],
      problems: [expect.stringMatching(/^form line 1 other-line-form$/)],
    });
    // Twice it is wrong twice in the same way, and in no other.
    expect(told([spaced, spaced], [line]).problems.map((each) => each.slice(0, 11))).toEqual([
      "form line 1",
      "form line 2",
    ]);
  });

  it("cannot be put in the place of another field, or of two", () => {
    const [month = "", day = ""] = one.disclosures.map((line) => placedLine(line, "").hash);
    const exchanged = one.line.replace(month, "?").replace(day, month).replace("?", day);
    expect(told([one.disclosures[1] ?? "", one.disclosures[0] ?? ""], [exchanged])).toEqual({
      shown: [{}],
      problems: [
        "contradiction line 1 names-other-field day month",
        "contradiction line 2 names-other-field month day",
      ],
    });
    expect(told([], [one.line.replace(day, month)]).problems).toEqual(["contradiction record 1 shared-digest day"]);
  });
});
