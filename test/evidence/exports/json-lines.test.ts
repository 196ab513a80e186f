import { beforeAll, describe, expect, it } from "vitest";
import { recordsAsJsonLines } from "../../../src/evidence/exports/json-lines.ts";
import { choiceOf, READY_FIELDS } from "../../../src/evidence/selection.ts";
import { HOSTILE, hostileRecords, STEERING } from "../hostile.ts";
import { makeJournal, makeWorld, type World } from "../journal.ts";
import { selected } from "../selected.ts";

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

const objects = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("JSON Lines", () => {
  it("have a record each, with what is disclosed in the place of the digests", async () => {
    const { records } = await makeJournal(world);
    const disclosed = selected(records, choiceOf(records, READY_FIELDS.publish)).records;
    const lines = objects(recordsAsJsonLines(disclosed));
    expect(lines.map(({ seq, hash, fields }) => ({ seq, hash, fields }))).toEqual(
      disclosed.map(({ record, hash, shown }) => ({ seq: record.seq, hash, fields: shown })),
    );
    expect(Object.keys(lines[0].fields)).not.toContain("host");
  });

  it("hold hostile texts as data on one line of ASCII", async () => {
    const text = recordsAsJsonLines((await hostileRecords(world)).records);
    expect(text).not.toMatch(STEERING);
    expect(objects(text).map(({ fields }) => fields.host)).toEqual(HOSTILE);
  });
});
