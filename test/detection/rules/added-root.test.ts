import { beforeAll, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { fingerprints } from "../../../src/certificate/fingerprint.ts";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import type { Watchlist } from "../../../src/watchlist/watchlist.ts";
import { CA, issued, NO_CA, party } from "../../certificate/made.ts";
import { pageObservation, parsed } from "../observations.ts";
import { watchlistOf } from "../watchlists.ts";

let chain: Certificate[];
let watchlist: Watchlist;

beforeAll(async () => {
  const [root, leaf, other] = [await party("CN=Root"), await party("CN=Leaf"), await party("CN=Other")];
  chain = parsed([await issued(leaf, root, [NO_CA]), await issued(root, root, [CA])]);
  watchlist = await watchlistOf(await issued(other, other, [CA]), "interception");
});

const EXCEPTION = { basis: "leaf-only", exceptionAccepted: true, rootIsBuiltIn: null } as const;

it.each([
  ["www.example.com", "added-root", "sign", "exception-accepted"],
  [null, "added-root", "sign", "exception-accepted"],
  ["192.168.1.1", null, "context", "private-host"],
  ["nas.local", null, "context", "private-host"],
])("an exception that was accepted for %s: %s", async (host, verdict, strength, reason) => {
  const assessment = await assess(pageObservation(chain.slice(0, 1), { ...EXCEPTION, host }), watchlist, NO_MEMORY);
  expect(assessment).toMatchObject({ kind: "connection", verdict: verdict ?? "nothing-found" });
  expect(assessment.findings).toContainEqual(
    expect.objectContaining({ rule: "added-root", verdict, strength, reason, certificate: null }),
  );
});

it("a device that calls itself a CA is still what the page spoke to", async () => {
  const [, ca] = chain;
  const assessment = await assess(pageObservation(ca ? [ca] : [], EXCEPTION), watchlist, NO_MEMORY);
  expect(assessment).toMatchObject({ kind: "connection", verdict: "added-root" });
});

it("since when a root has been seen explains, and stands behind what decides", async () => {
  const spki = chain[1] ? (await fingerprints(chain[1])).spkiSha256 : "";
  const memory = { ...NO_MEMORY, rootFirstSeen: new Map([[spki, Date.UTC(2026, 10, 20)]]) };
  const { findings } = await assess(pageObservation(chain), watchlist, memory);
  expect(findings).toMatchObject([
    { rule: "added-root", reason: "added-root", strength: "sign", certificate: 1, details: ["Root"] },
    {
      rule: "added-root",
      reason: "root-first-seen",
      strength: "context",
      certificate: 1,
      details: ["2026-11-20T00:00:00Z"],
    },
  ]);
  const other = { ...NO_MEMORY, rootFirstSeen: new Map([["00".repeat(32), 1]]) };
  expect((await assess(pageObservation(chain), watchlist, other)).findings).toHaveLength(1);
});

const YEAR = 366 * 24 * 60 * 60 * 1000;
const OF_THE_LIST = Date.UTC(2026, 10, 21);
const unsure = { basis: "browser-built", rootIsBuiltIn: null } as const;

it.each([
  ["a current list", OF_THE_LIST + YEAR, unsure, "added-root", ["Root"]],
  ["a list of more than a year", OF_THE_LIST + YEAR + 1, unsure, "not-among-known-roots", ["Root", "2026-11-21"]],
  ["Firefox's own word", OF_THE_LIST + 2 * YEAR, { ...unsure, rootIsBuiltIn: false }, "added-root", ["Root"]],
])("by %s an unknown root is called what it can be called", async (_, at, differently, reason, details) => {
  const assessment = await assess(pageObservation(chain, { ...differently, at }), watchlist, NO_MEMORY);
  expect(assessment.verdict).toBe("added-root");
  expect(assessment.findings[0]).toMatchObject({
    ...{ rule: "added-root", verdict: "added-root", strength: "sign" },
    ...{ reason, details },
  });
});
