import { beforeAll, expect, it } from "vitest";
import { packArchive } from "../../src/evidence/archive.ts";
import { NAMES } from "../../src/evidence/bundle/form.ts";
import { NewerFormError } from "../../src/evidence/newer-form.ts";
import { parseRecord } from "../../src/evidence/record.ts";
import { choiceOf, READY_FIELDS } from "../../src/evidence/selection.ts";
import { readFiles } from "../../src/evidence/verify/read-files.ts";
import { bundleOf, verified } from "./bundles.ts";
import { makeJournal, makeWorld, type World } from "./journal.ts";

let world: World;
let bundle: Uint8Array;

beforeAll(async () => {
  world = await makeWorld();
  const journal = await makeJournal(world);
  bundle = await bundleOf(world, journal, choiceOf(journal.records, READY_FIELDS.newsroom));
});

/** The bundle with the name of a form in the place of another in one of its files. */
function named(file: string, before: string, after: string): Uint8Array {
  const { files } = readFiles(bundle);
  const content = new TextDecoder().decode(files.get(file)).replace(before, after);
  return packArchive(new Map([...files, [file, new TextEncoder().encode(content)]]));
}

it.each([
  [NAMES.records, "rootwatch-record/1", "rootwatch-record/2"],
  [NAMES.watchlist, "rootwatch-bundle-watchlist/1", "rootwatch-bundle-watchlist/12"],
])("a bundle whose %s a newer version wrote is neither whole nor broken", async (file, before, after) => {
  await expect(verified(world, named(file, before, after))).rejects.toThrow(NewerFormError);
  await expect(verified(world, named(file, before, after))).rejects.toThrow(`newer-form ${after}`);
});

it.each([
  ...["rootwatch-record/0", "rootwatch-record/2x", "rootwatch-record/02", "rootwatch-record", "x/rootwatch-record/2"],
  "another-record/2",
])("a record in the form %s is broken", async (form) => {
  const { whole, problems } = await verified(world, named(NAMES.records, "rootwatch-record/1", form));
  expect(whole).toBe(false);
  expect(problems.map(({ key }) => key)).toContain("form");
});

it("a line of a later form that has another shape is told as such, too", () => {
  const line = '{"format":"rootwatch-record/7","what":"else"}';
  for (const each of [line, line.replace("7", "100000")]) {
    expect(() => parseRecord(each, "here")).toThrow(NewerFormError);
  }
  expect(() => parseRecord(line, "here")).toThrow(expect.objectContaining({ name: "NewerFormError" }));
});
