import { beforeAll, describe, expect, it } from "vitest";
import { packArchive } from "../../../src/evidence/archive.ts";
import { bundleWatchlistText, NO_ENTRIES } from "../../../src/evidence/bundle/bundle-watchlist.ts";
import { certificateName, NAMES } from "../../../src/evidence/bundle/form.ts";
import { NewerFormError } from "../../../src/evidence/newer-form.ts";
import { choiceOf, READY_FIELDS } from "../../../src/evidence/selection.ts";
import { readFiles } from "../../../src/evidence/verify/read-files.ts";
import { bundleOf, verified } from "../bundles.ts";
import { type Journal, makeJournal, makeWorld, type World } from "../journal.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

let world: World;
let journal: Journal;
let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  world = await makeWorld();
  journal = await makeJournal(world);
  files = readFiles(await bundleOf(world, journal, choiceOf(journal.records, READY_FIELDS.newsroom))).files;
});

/** What verifying says of the bundle with another file in the place of one; null is none. */
async function withFile(name: string, content: Uint8Array | string | null) {
  const given = new Map(files);
  if (content === null) given.delete(name);
  else given.set(name, typeof content === "string" ? utf8(content) : content);
  const { whole, problems, contents, statements, signer } = await verified(world, packArchive(given));
  const told = problems.map(({ key, at, details }) => [key, at, ...details].join(" "));
  return { whole, told, contents, said: statements.map(({ key, details }) => [key, ...details].join(" ")), signer };
}

describe("a bundle of which one file is not in its form", () => {
  it("is broken, and everything else is read all the same", async () => {
    const { whole, told, contents, said } = await withFile(NAMES.disclosures, "no end");
    expect(whole).toBe(false);
    const strays = [...journal.certificates.keys()].toSorted().map(certificateName);
    expect(told).toEqual([
      `changed-file ${NAMES.disclosures}`,
      `form ${NAMES.disclosures}, line 1 no-line-end`,
      ...strays.map((name) => `stray-certificate ${name}`),
    ]);
    expect(contents.records.map(({ shown }) => shown)).toEqual([{}, {}, {}, {}]);
    expect(said).toContain("records 4 0");
    // Not that it was unchanged since.
    expect(said[0]).toMatch(/^signed-sums /);
    expect(said.at(-1)).toBe("sender-words");
  });

  it("tells of records that are no text", async () => {
    const { told, contents } = await withFile(NAMES.records, Uint8Array.of(0xff, 0x0a));
    expect(told).toContain(`form ${NAMES.records} not-utf8`);
    expect(contents.records).toEqual([]);
  });

  it("tells of a certificate, and has the others", async () => {
    const name = [...files.keys()].find((each) => each.startsWith("certificates/")) ?? "";
    const { told, contents } = await withFile(name, "no certificate");
    expect(told).toContain(`form ${name} no-pem CERTIFICATE`);
    expect(contents.certificates.size).toBe(journal.certificates.size - 1);
  });

  it("tells of a list, and goes by none in its place", async () => {
    const { told, contents, said } = await withFile(NAMES.watchlist, "no list");
    expect(told).toContain(`form ${NAMES.watchlist} not-json`);
    expect(contents.watchlist).toEqual(NO_ENTRIES);
    expect(said).toContain("lists 1970-01-01 2026-11-21");
  });

  it("tells of sums that cannot be read", async () => {
    const { told, signer } = await withFile(NAMES.sums, Uint8Array.of(0xff));
    expect(told).toContain(`form ${NAMES.sums} not-utf8`);
    expect(signer).toBeNull();
  });
});

describe("a bundle without one of its files", () => {
  it.each([NAMES.records, NAMES.disclosures, NAMES.watchlist])("is read as if %s were empty", async (name) => {
    const { told, contents } = await withFile(name, null);
    expect(told).toContain(`missing-file ${name}`);
    expect(told.filter((each) => each.startsWith("form"))).toEqual([]);
    expect(contents.records).toHaveLength(name === NAMES.records ? 0 : 4);
  });
});

it("a bundle whose list a newer Rootwatch wrote is not judged at all", async () => {
  const newer = bundleWatchlistText(NO_ENTRIES).replace("watchlist/1", "watchlist/2");
  await expect(withFile(NAMES.watchlist, newer)).rejects.toThrow(NewerFormError);
});

it("a bundle that departs from the one form of an archive is broken for that alone", async () => {
  const archive = packArchive(files);
  const { problems, statements, signer } = await verified(world, new Uint8Array([...archive, 0]));
  expect(problems).toMatchObject([{ key: "form", at: `archive, byte ${archive.length}` }]);
  const sums = { key: "signed-sums", details: [signer] };
  expect(statements[0]).toEqual(sums);
  const expected = await verified(world, new Uint8Array([...archive, 0]), { key: signer });
  expect(expected.statements[0]).toEqual(sums);
});
