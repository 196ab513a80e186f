import { beforeAll, describe, expect, it } from "vitest";
import { keyFingerprint, oneTimeSigner } from "../../src/evidence/bundle/signature.ts";
import { FIELDS_OF, type FieldName } from "../../src/evidence/field.ts";
import { type Choice, choiceOf, READY_FIELDS, select, singleChoice } from "../../src/evidence/selection.ts";
import { seeded } from "../fuzz/random.ts";
import { bundleOf, verified } from "./bundles.ts";
import { type Journal, makeJournal, makeWorld, type World } from "./journal.ts";

let world: World;
let journal: Journal;

beforeAll(async () => {
  world = await makeWorld();
  journal = await makeJournal(world, 2);
});

describe("an untouched bundle", () => {
  it("is whole", async () => {
    const signer = await oneTimeSigner();
    const bytes = await bundleOf(world, journal, choiceOf(journal.records, READY_FIELDS.newsroom), signer);
    const head = journal.records.at(-1)?.hash ?? "";
    const { whole, problems, statements } = await verified(world, bytes, { head });
    expect({ whole, problems }).toEqual({ whole: true, problems: [] });
    expect(statements).toEqual([]);
  });
});
