import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NAMES } from "../../src/evidence/bundle/form.ts";
import { oneTimeSigner } from "../../src/evidence/bundle/signature.ts";
import { bundleFiles, writeBundle } from "../../src/evidence/bundle/write-bundle.ts";
import { recordsAsJsonLines } from "../../src/evidence/exports/json-lines.ts";
import { FIELDS_OF, Fields } from "../../src/evidence/field.ts";
import { EMPTY_HEAD, formRecord, type RecordContent } from "../../src/evidence/record.ts";
import { choiceOf, READY_FIELDS } from "../../src/evidence/selection.ts";
import { rootwatch } from "../cli/run.ts";
import { departures, schemaFile } from "../watchlist/json-schema.ts";
import { type Journal, makeJournal, makeWorld, type World } from "./journal.ts";
import { selected } from "./selected.ts";

const VERSIONS = { rootwatch: "1.0.0", watchlist: "2026-11-21", browser: "Firefox 140.0" };
const NOBODY = { authority: null, key: null };
const DAY = { month: "2026-11", day: "2026-11-22" };

/** A record of each kind that `makeJournal` has none of. */
const OTHERS: readonly RecordContent[] = [
  {
    open: { kind: "offer", verdict: "nothing-found", rules: [], ...NOBODY, versions: VERSIONS },
    fields: {
      ...DAY,
      ...{ hour: "2026-11-22T03", time: "2026-11-22T03:17:07.123Z", site: null, host: "offer.example", country: null },
      ...{ network: null, offered: [], ...NOBODY, findings: [] },
    },
  },
  {
    open: { kind: "added-root", versions: VERSIONS },
    fields: { ...DAY, country: "KZ", network: null, issuers: ["a".repeat(64)], key: null, count: 2 },
  },
];

let world: World;
let journal: Journal;
const folder = mkdtempSync(join(tmpdir(), "rootwatch-schemas-"));

beforeAll(async () => {
  world = await makeWorld();
  const made = await makeJournal(world);
  const records = [...made.records];
  for (const content of OTHERS) records.push(await formRecord(content, records.at(-1) ?? EMPTY_HEAD, true));
  journal = { ...made, records };
});
afterAll(() => rmSync(folder, { recursive: true }));

const everything = () => selected(journal.records, choiceOf(journal.records, READY_FIELDS.newsroom));
const parts = async () => ({
  selection: everything(),
  certificate: async (sha256: string) => journal.certificates.get(sha256) ?? new Uint8Array([0x30, 0]),
  sources: world.sources,
  signer: await oneTimeSigner(),
  report: () => "",
  guide: () => "",
});
const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** That every value conforms, and none does with a field more. */
function expectTrue(values: readonly unknown[], name: string): void {
  const schema = schemaFile(name);
  expect(values.length).toBeGreaterThan(0);
  for (const value of values) {
    expect(departures(value, schema)).toEqual([]);
    const more = Array.isArray(value) ? [...value, "more"] : { ...(value as object), more: 1 };
    expect(departures(more, schema)).not.toEqual([]);
  }
}

describe("the schemas of docs/schemas", () => {
  it("describe the files of a bundle, every kind of record and every field", async () => {
    const files = await bundleFiles(await parts());
    const linesIn = (name: string) => lines(new TextDecoder().decode(files.get(name)));
    const records = linesIn(NAMES.records) as { kind: string }[];
    const disclosures = linesIn(NAMES.disclosures) as [string, string, unknown][];
    expect(new Set(records.map(({ kind }) => kind))).toEqual(new Set(Object.keys(FIELDS_OF)));
    expect(new Set(disclosures.map(([, name]) => name))).toEqual(new Set(Object.keys(Fields.entries)));
    expectTrue(records, "record.schema.json");
    expectTrue(disclosures, "disclosure.schema.json");
    const [watchlist] = linesIn(NAMES.watchlist) as { authorities: unknown[]; own: unknown[] }[];
    expect([watchlist?.authorities.length, watchlist?.own.length]).toEqual([1, 1]);
    expectTrue([watchlist], "bundle-watchlist.schema.json");
  });

  it("describe the export to JSON Lines", () => {
    expectTrue(lines(recordsAsJsonLines(everything().records)), "json-lines.schema.json");
  });

  it("describe what rootwatch verify --json prints of whole, broken, unreadable and several bundles", async () => {
    const bytes = await writeBundle({
      ...(await parts()),
      selection: selected(made(), choiceOf(made(), READY_FIELDS.newsroom)),
    });
    const broken = Uint8Array.from(bytes);
    const address = Buffer.from(bytes).indexOf("[2001:db8::") + 1;
    broken[address] = (broken[address] ?? 0) ^ 1;
    const names = ["whole.zip", "broken.zip", "none.zip"].map((name) => join(folder, name));
    for (const [index, content] of [bytes, broken, new Uint8Array(3)].entries()) {
      writeFileSync(names[index] ?? "", content);
    }
    const { stdout } = await rootwatch(["verify", ...names, "--json"]);
    expect(stdout.trimEnd().split("\n")).toHaveLength(4);
    expectTrue(lines(stdout), "verification.schema.json");
  });

  it("are all named in the documentation", () => {
    const documentation = readFileSync("docs/evidence.md", "utf8") + readFileSync("docs/own-list.md", "utf8");
    for (const name of readdirSync("docs/schemas")) expect(documentation).toContain(`(schemas/${name})`);
  });
});

/** The records whose certificates are all there. */
const made = () => journal.records.slice(0, -OTHERS.length);
