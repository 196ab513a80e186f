import { beforeAll, describe, expect, it } from "vitest";
import { EMPTY_HEAD, type FormedRecord, formRecord, NO_PREDECESSOR } from "../../../src/evidence/record.ts";
import { checkChain, checkHead } from "../../../src/evidence/verify/check-chain.ts";
import { placedLine } from "../../../src/evidence/verify/lines.ts";
import { Findings } from "../../../src/evidence/verify/verification.ts";
import { VERSIONS } from "../disclosed.ts";
import { countedAgain } from "../journal.ts";

const ADDED_ROOT = { country: null, network: null, issuers: [], key: null, count: 1 };

/** A journal of five records. */
let journal: FormedRecord[];

beforeAll(async () => {
  journal = [];
  for (const month of ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]) {
    const fields = { month, day: `${month}-22`, ...ADDED_ROOT };
    const content = { open: { kind: "added-root", versions: VERSIONS }, fields } as const;
    journal.push(await formRecord(content, journal.at(-1) ?? EMPTY_HEAD, false));
  }
});

const linesOf = (...seqs: number[]) => seqs.map((seq) => journal[seq - 1]?.line ?? "");
const hashOf = (seq: number) => journal[seq - 1]?.hash ?? "";

/** What is said of some lines, and of a seal. */
function told(lines: readonly string[], head?: string): string[] {
  const found = new Findings();
  const placed = lines.map((line, index) => placedLine(line, `line ${index + 1}`));
  const records = checkChain(placed, found);
  if (head !== undefined) checkHead(records, head, found);
  const problems = found.problems.map(({ key, at, details }) => [key, at, ...details].join(" "));
  return [...problems, ...found.statements.map(({ key, details }) => [key, ...details].join(" "))];
}

describe("a chain of records", () => {
  it("is whole from the first, and says which are left out", () => {
    expect(told(linesOf(1, 2, 3, 4, 5))).toEqual([]);
    expect(told([])).toEqual([]);
    expect(told(linesOf(3, 4))).toEqual(["gap 1 2"]);
    expect(told(linesOf(1, 2, 5))).toEqual(["gap 3 4"]);
  });

  it("is broken where a record comes twice, goes back, or does not follow the one before", () => {
    expect(told(linesOf(1, 1))).toEqual(["order line 2 1 1"]);
    expect(told(linesOf(1, 3, 2))).toEqual(["order line 3 2 3", "gap 2 2"]);
    const [, second = "", third = ""] = linesOf(1, 2, 3);
    const changed = second.replace('"clockWentBack":false', '"clockWentBack":true');
    expect(told([...linesOf(1), changed, third])).toEqual(["chain line 3 3"]);
    expect(told([changed.replace(hashOf(1), NO_PREDECESSOR).replace('"seq":2', '"seq":1')])).toEqual([]);
    expect(told([changed.replace('"seq":2', '"seq":1')])).toEqual(["chain line 1 1"]);
  });

  it("goes on behind a line that is none, by the hash of that line", () => {
    expect(told(["{}", ...linesOf(2)])).toEqual([expect.stringMatching(/^form line 1 no-record /), "chain line 2 2"]);
    const second = JSON.stringify({ ...JSON.parse(linesOf(2)[0] ?? ""), more: 1 });
    const prev = placedLine(second, "").hash;
    const third = (linesOf(3)[0] ?? "").replace(hashOf(2), prev);
    expect(told([...linesOf(1), second, third])).toEqual([expect.stringMatching(/^form line 2 no-record /)]);
  });

  it("has no record that counts itself or a later one", async () => {
    const counting = async (of: number, head?: string) => {
      const { line } = await formRecord(countedAgain(of, 0, 1), { seq: 2, hash: hashOf(2) }, false);
      return told([...linesOf(1, 2), line], head);
    };
    expect(await counting(2)).toEqual([]);
    const contradiction = "contradiction line 3 counts-later 3 3";
    expect(await counting(3)).toEqual([contradiction]);
    // Such a record follows the others all the same, as a seal shows.
    expect(await counting(3, hashOf(2))).toEqual([contradiction, "head 2"]);
  });
});

describe("a seal", () => {
  it("is the hash of a record, up to which all are there or some are left out", () => {
    expect(told(linesOf(1, 2, 3), hashOf(2))).toEqual(["head 2"]);
    expect(told(linesOf(2, 3), hashOf(3))).toEqual(["gap 1 1", "head-with-gaps 3"]);
  });

  it("does not say that those before it are unchanged where one is not, or comes twice", () => {
    const [first = "", second = "", third = ""] = linesOf(1, 2, 3);
    const changed = second.replace('"clockWentBack":false', '"clockWentBack":true');
    expect(told([first, changed, third], hashOf(3))).toEqual(["chain line 3 3", "head-with-breaks 3"]);
    expect(told([first, first, second], hashOf(2))).toContain("head-with-breaks 2");
    // Also where too much else is wrong for that to be told.
    const found = new Findings();
    for (let index = 1; index <= 100; index++) found.problem("unlisted-file", `file ${index}`);
    const placed = [first, changed, third].map((line) => placedLine(line, "here"));
    checkHead(checkChain(placed, found), hashOf(3), found);
    expect(found.statements).toEqual([{ key: "head-with-breaks", details: ["3"] }]);
  });

  it("may be of a record that is left out, which the one after it names", () => {
    expect(told(linesOf(2, 3), hashOf(1))).toEqual(["gap 1 1", "head-with-gaps 1"]);
  });

  it("is not found where it is of none, nor where it is what stands before the first record", () => {
    expect(told(linesOf(1, 2), hashOf(4))).toEqual([`head seal ${hashOf(4)}`]);
    expect(told(linesOf(1, 2), NO_PREDECESSOR)).toEqual([`head seal ${NO_PREDECESSOR}`]);
  });
});
