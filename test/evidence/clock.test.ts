import { beforeAll, describe, expect, it } from "vitest";
import { EMPTY_HEAD, type FormedRecord, formRecord } from "../../src/evidence/record.ts";
import { choiceOf, READY_FIELDS } from "../../src/evidence/selection.ts";
import { bundleOf, verified } from "./bundles.ts";
import { chainFor, connectionUnder, countedAgain, makeWorld, type World } from "./journal.ts";

let world: World;
let chain: Awaited<ReturnType<typeof chainFor>>;

beforeAll(async () => {
  world = await makeWorld();
  chain = await chainFor("a.example", world.interceptor);
});

const NOON = Date.UTC(2026, 9, 3, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What is said of each record: when it shows to have been seen, after noon, or counted last; and whether the clock went back. */
type Said = readonly [what: "seen" | "counted", after: number, clockWentBack: boolean];

/** What is wrong with the bundle of such a journal. */
async function faults(said: readonly Said[], fields = READY_FIELDS.newsroom): Promise<string[]> {
  const records: FormedRecord[] = [];
  const certificates = new Map<string, Uint8Array>();
  for (const [what, after, clockWentBack] of said) {
    const at = NOON + after;
    const evidence = await connectionUnder(world, chain, { host: "a.example", at });
    for (const [sha256, der] of evidence.certificates) certificates.set(sha256, der);
    const content = what === "seen" ? evidence.content : countedAgain(1, at, 1);
    records.push(await formRecord(content, records.at(-1) ?? EMPTY_HEAD, clockWentBack));
  }
  const bundle = await bundleOf(world, { records, certificates }, choiceOf(records, fields));
  const { problems } = await verified(world, bundle);
  return problems.map(({ at, details }) => `${at}: ${details}`);
}

describe("what a record says of the clock", () => {
  it.each<[string, readonly Said[]]>([
    [
      "times that rise",
      [
        ["seen", 0, false],
        ["seen", 3 * HOUR, false],
      ],
    ],
    [
      "a clock that went back and says so",
      [
        ["seen", 3 * HOUR, false],
        ["seen", 0, true],
        ["seen", HOUR, false],
      ],
    ],
    [
      "two that were seen at about the same time",
      [
        ["seen", MINUTE, false],
        ["seen", 0, false],
      ],
    ],
    [
      "a clock that went back a little before the second was seen",
      [
        ["seen", 0, false],
        ["seen", MINUTE, true],
      ],
    ],
    [
      "a count that is appended hours after what it counts",
      [
        ["seen", 3 * HOUR, false],
        ["counted", 0, false],
      ],
    ],
  ])("is believed of %s", async (_, said) => {
    expect(await faults(said)).toEqual([]);
  });

  it.each<[string, readonly Said[], string]>([
    [
      "an earlier time where the clock did not go back",
      [
        ["seen", 3 * HOUR, false],
        ["seen", 0, false],
      ],
      "line 2: clock-earlier,2",
    ],
    [
      "a later time where it did",
      [
        ["seen", 0, false],
        ["seen", 3 * HOUR, true],
      ],
      "line 2: clock-later,2",
    ],
    [
      "a time before what was counted earlier in the journal",
      [
        ["seen", 0, false],
        ["counted", 3 * HOUR, false],
        ["seen", HOUR, false],
      ],
      "line 3: clock-earlier,3",
    ],
  ])("contradicts %s", async (_, said, fault) => {
    expect(await faults(said)).toEqual([`records.jsonl, ${fault}`]);
  });

  it("is not compared where the times are hidden", async () => {
    expect(
      await faults(
        [
          ["seen", 3 * HOUR, false],
          ["seen", 0, false],
        ],
        READY_FIELDS.publish,
      ),
    ).toEqual([]);
  });
});
