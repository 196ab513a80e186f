import { beforeAll, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { fingerprints } from "../../../src/certificate/fingerprint.ts";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import { createRoot } from "../../lab/certification-authority.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { fileObservation, pageObservation } from "../observations.ts";
import { chainUnder, MINUTE, NOW, seen } from "../seen.ts";

let chain: Certificate[];
let leafKey: string;

beforeAll(async () => {
  chain = await chainUnder(await createRoot({ name: "CN=Some Root", algorithm: "ec" }), { notBefore: new Date(NOW) });
  leafKey = chain[0] ? (await fingerprints(chain[0])).spkiSha256 : "";
});

async function judge(at: number, elsewhere: string | null, differently = {}) {
  const sightings = elsewhere === null ? [] : [seen(elsewhere, "added-root", { leafKey })];
  const observation = pageObservation(chain, { host: "www.example.com", at, ...differently });
  const { verdict, findings } = await assess(observation, watchlist, { ...NO_MEMORY, sightings });
  return { verdict, said: findings.filter(({ rule }) => rule === "made-on-the-fly") };
}

const OLD = NOW + 60 * MINUTE;

it.each([NOW, OLD - 1])("a leaf of less than an hour was made just now, which changes no verdict", async (at) => {
  const { verdict, said } = await judge(at, null);
  expect(verdict).toBe("added-root");
  expect(said).toMatchObject([{ reason: "made-just-now", verdict: null, strength: "context", certificate: 0 }]);
});

it.each([
  ["seen alone", { basis: "leaf-only", rootIsBuiltIn: null }],
  ["accepted as an exception", { exceptionAccepted: true }],
] as const)("so was one that is %s, and who else has its key says nothing there", async (_, differently) => {
  expect((await judge(NOW, "www.other.com", differently)).said).toMatchObject([{ reason: "made-just-now" }]);
});

it.each([
  ["an hour old", OLD],
  ["not valid yet", NOW - 1],
])("a leaf that is %s was not", async (_, at) => {
  expect((await judge(at, null)).said).toEqual([]);
});

it("a key that another site's leaf has too is told with that site", async () => {
  const { verdict, said } = await judge(OLD, "www.other.com");
  expect(verdict).toBe("added-root");
  expect(said).toMatchObject([
    { reason: "leaf-key-shared", verdict: null, strength: "context", details: ["www.other.com"] },
  ]);
});

it("another site with another key says nothing", async () => {
  const memory = { ...NO_MEMORY, sightings: [seen("www.other.com", "added-root", { leafKey: "00" })] };
  const { findings } = await assess(pageObservation(chain, { at: OLD }), watchlist, memory);
  expect(findings.filter(({ rule }) => rule === "made-on-the-fly")).toEqual([]);
});

it("a key that only the same site's hosts share is ordinary", async () => {
  expect((await judge(OLD, "static.example.com")).said).toEqual([]);
});

it("of a file it is not told, which says nothing of a visit", async () => {
  const given = { ...fileObservation(chain), at: NOW };
  expect((await assess(given, watchlist, NO_MEMORY)).findings).toEqual([]);
});

it("under a public root neither is told", async () => {
  expect((await judge(NOW, "www.other.com", { rootIsBuiltIn: true })).said).toEqual([]);
});
