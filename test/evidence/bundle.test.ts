import { beforeAll, describe, expect, it } from "vitest";
import { keyFingerprint, oneTimeSigner } from "../../src/evidence/bundle/signature.ts";
import { FIELDS_OF, type FieldName } from "../../src/evidence/field.ts";
import { type Choice, choiceOf, READY_FIELDS, singleChoice } from "../../src/evidence/selection.ts";
import { Random } from "../fuzz/random.ts";
import { bundleOf, verified } from "./bundles.ts";
import { type Journal, makeJournal, makeWorld, type World } from "./journal.ts";

let world: World;
let journal: Journal;

beforeAll(async () => {
  world = await makeWorld();
  journal = await makeJournal(world, 2);
});

describe("an untouched bundle", { timeout: 300_000 }, () => {
  it("is whole, and says by whom, up to where, and how much of it could be judged again", async () => {
    const signer = await oneTimeSigner();
    const key = await keyFingerprint(signer.publicKey);
    const bytes = await bundleOf(world, journal, choiceOf(journal.records, READY_FIELDS.newsroom), signer);
    const head = journal.records.at(-1)?.hash ?? "";
    const { whole, problems, statements } = await verified(world, bytes, { head, key });
    expect({ whole, problems }).toEqual({ whole: true, problems: [] });
    expect(statements).toEqual([
      { key: "signed-by-expected", details: [key] },
      { key: "records", details: ["8", "8"] },
      { key: "head", details: ["8"] },
      { key: "lists", details: ["2026-11-21", "2026-11-21"] },
      { key: "judged", details: ["6"] },
      { key: "stands", details: ["2"] },
      { key: "sender-words", details: [] },
    ]);
  });

  it("of a single record says what is not in it", async () => {
    const bytes = await bundleOf(world, journal, singleChoice(5));
    const { whole, statements, signer } = await verified(world, bytes);
    expect(whole).toBe(true);
    expect(statements.map(({ key, details }) => [key, ...details])).toEqual([
      ["signer-unknown", signer],
      ["gap", "1", "4"],
      ["records", "1", "1"],
      ["lists", "2026-11-21", "2026-11-21"],
      ["judged", "1"],
      ["stands", "1"],
      ["sender-words"],
    ]);
  });

  it("raises no false alarm for 200 random choices of what is disclosed", async () => {
    const random = new Random(6);
    const signer = await oneTimeSigner();
    for (let round = 0; round < 200; round++) {
      const bytes = await bundleOf(world, journal, randomChoice(random), signer);
      expect((await verified(world, bytes)).problems, `round ${round}`).toEqual([]);
    }
  });
});

const NAMES = [...new Set(Object.values(FIELDS_OF).flat())];

function randomChoice(random: Random): Choice {
  const density = 1 + random.below(9);
  const fields = () => new Set<FieldName>(NAMES.filter(() => random.below(10) < density));
  const chosen = journal.records.filter(() => random.below(4) > 0);
  return { records: new Map(chosen.map(({ seq }) => [seq, fields()])), withChain: random.below(2) === 0 };
}
