import { beforeAll, expect, it } from "vitest";
import { addedRootContent } from "../../src/evidence/counted.ts";
import { chainFor, connectionUnder, journalOf, makeWorld } from "../evidence/journal.ts";
import { type Run, reckon } from "./reckoning.ts";

const DAY = "2026-11-22";
const AT = Date.UTC(2026, 10, 22, 10);
const MIB = 1024 ** 2;
const VERSIONS = { rootwatch: "1.0.0", watchlist: DAY, browser: "Firefox 140.0" };
const ROOT = { country: null, network: null, issuers: [], key: null };

let seen: (host: string, at?: number) => Promise<Parameters<typeof journalOf>[0][number]>;

beforeAll(async () => {
  const world = await makeWorld();
  const chain = await chainFor("listed.example", world.interceptor);
  seen = async (host, at = AT) => (await connectionUnder(world, chain, { host, at })).content;
});

/** A run in which every promise was kept, but for what is told. */
async function broken(differently: Partial<Run>, contents = [seen("listed.example")]): Promise<readonly string[]> {
  const added = addedRootContent(ROOT, { day: DAY, count: 2, last: AT }, VERSIONS);
  const run: Run = {
    opened: [
      { host: "none.example", box: "none", times: 1 },
      { host: "listed.example", box: "listed", times: 2 },
      { host: "unlisted.example", box: "unlisted", times: 2 },
    ],
    records: await journalOf([...(await Promise.all(contents)), added]),
    showsRoots: true,
    samples: [5, 5, 5.4, 5.6].map((size) => ({ isSteady: true, bytes: size * MIB })),
    trouble: null,
    late: [],
    complaints: [],
  };
  return (await reckon({ ...run, ...differently })).broken;
}

it("finds nothing where every promise was kept, also where a host was seen on two days", async () => {
  expect(await broken({})).toEqual([]);
  expect(await broken({}, [seen("listed.example"), seen("listed.example", AT + 86_400_000)])).toEqual([]);
});

it("finds what was not kept, was kept twice, or should not have been", async () => {
  expect(await broken({}, [])).toEqual([
    expect.stringContaining("listed.example, opened with listed box before it, has 0"),
  ]);
  expect(await broken({}, [seen("listed.example"), seen("listed.example")])).toEqual([
    expect.stringContaining(`has 2 records: ${DAY}, ${DAY}`),
  ]);
  expect(await broken({}, [seen("listed.example"), seen("none.example")])).toEqual([
    expect.stringContaining("none.example, opened with none box before it, has 1"),
  ]);
});

it("finds connections under an added root that were not counted, and those counted where no root can be seen", async () => {
  const opened = [{ host: "listed.example", box: "listed", times: 1 } as const];
  const unlisted = (times: number) => ({ host: `${times}.example`, box: "unlisted", times }) as const;
  expect(await broken({ opened: [...opened, unlisted(1), unlisted(1)] })).toEqual([]);
  expect(await broken({ opened: [...opened, unlisted(1)] })).toEqual([expect.stringContaining("2 are counted")]);
  expect(await broken({ opened: [...opened, unlisted(1), unlisted(1), unlisted(1)] })).toHaveLength(1);
  expect(await broken({ showsRoots: false })).toHaveLength(1);
});

it("finds a chain that is broken, memory that grew, and whatever was complained of", async () => {
  const records = await journalOf(await Promise.all([seen("listed.example"), seen("listed.example")]));
  expect(await broken({ records: records.slice(1), opened: [] })).toEqual(["record 2 does not follow record 0"]);
  const grown = [5, 5, 6, 6.1].map((size) => ({ isSteady: false, bytes: size * MIB }));
  expect(await broken({ samples: grown })).toEqual([
    "memory grew while it was ended now and then: 5.00 MiB to 6.10 MiB",
  ]);
  expect(await broken({ trouble: { what: "full" }, late: ["a: not kept"], complaints: ["b"] })).toHaveLength(3);
});
