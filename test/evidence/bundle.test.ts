import { beforeAll, describe, expect, it } from "vitest";
import { oneTimeSigner } from "../../src/evidence/bundle/signature.ts";
import { writeBundle } from "../../src/evidence/bundle/write-bundle.ts";
import { choiceOf, READY_FIELDS, select, singleChoice } from "../../src/evidence/selection.ts";
import { type Journal, makeJournal, makeWorld, type World } from "./journal.ts";

let world: World;
let journal: Journal;

beforeAll(async () => {
  world = await makeWorld();
  journal = await makeJournal(world, 2);
});

const parts = async (choice: Parameters<typeof select>[1]) => ({
  selection: select(journal.records, choice),
  certificate: async (sha256: string) => journal.certificates.get(sha256) ?? null,
  sources: world.sources,
  signer: await oneTimeSigner(),
  report: () => "<!doctype html>",
  guide: () => "guide",
});

describe("a selection", () => {
  it("numbers each hidden host the same everywhere, and shows of the rest what leads to none", () => {
    const { records, lines } = select(journal.records, choiceOf(journal.records, READY_FIELDS.publish));
    expect(lines).toEqual(journal.records.map(({ line }) => line));
    expect(records.map(({ hiddenHost }) => hiddenHost)).toEqual([1, 2, 3, null, 4, 5, 6, null]);
    expect(Object.keys(records[0]?.shown ?? {})).toEqual(["month", "authority", "key"]);
  });

  it("of a single record has nothing of the others", () => {
    const { records, lines } = select(journal.records, singleChoice(2));
    expect(lines).toEqual([journal.records[1]?.line]);
    expect(records[0]?.shown.host).toBe("host-0-1.secret.example");
  });
});

describe("a bundle", () => {
  it("is not made when it was stopped", async () => {
    const choice = choiceOf(journal.records, READY_FIELDS.newsroom);
    await expect(writeBundle(await parts(choice), { signal: AbortSignal.abort("stop") })).rejects.toBe("stop");
    const done: number[] = [];
    const bytes = await writeBundle(await parts(choice), { onProgress: (part) => done.push(part) });
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(done).toEqual(done.toSorted((one, other) => one - other));
    expect(done.at(-1)).toBe(1);
  });
});
