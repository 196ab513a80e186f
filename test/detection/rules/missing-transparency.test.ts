import { beforeAll, expect, it } from "vitest";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import { type Authority, createRoot } from "../../lab/certification-authority.ts";
import type { LeafRequest } from "../../lab/leaf.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { fileObservation, pageObservation } from "../observations.ts";
import { chainUnder } from "../seen.ts";

let root: Authority;
beforeAll(async () => {
  root = await createRoot({ name: "CN=Public Root", algorithm: "ec" });
});

async function judge(leaf: Partial<LeafRequest>, differently = {}) {
  const observation = pageObservation(await chainUnder(root, leaf), { rootIsBuiltIn: true, ...differently });
  const { verdict, findings } = await assess(observation, watchlist, NO_MEMORY);
  return { verdict, missing: findings.filter(({ rule }) => rule === "missing-transparency") };
}

it.each([new Date(Date.UTC(2019, 0, 1)), new Date(Date.UTC(2026, 5, 1))])(
  "a leaf of %s without timestamps, which decides nothing",
  async (notBefore) => {
    const { verdict, missing } = await judge({ notBefore });
    expect(verdict).toBe("nothing-found");
    expect(missing).toMatchObject([{ reason: "no-timestamps", verdict: null, strength: "context", certificate: 0 }]);
  },
);

it.each<[string, Partial<LeafRequest>, object]>([
  ["with timestamps", { asPublic: true }, {}],
  ["of before they were demanded", { notBefore: new Date(Date.UTC(2018, 11, 31)) }, {}],
  ["of which the browser says that they came", {}, { transparency: "compliant" }],
  ["under an added root", {}, { rootIsBuiltIn: false }],
])("nothing is missing in a leaf %s", async (_, leaf, differently) => {
  expect((await judge(leaf, differently)).missing).toEqual([]);
});

it("an authority by itself needs none", async () => {
  const [, top] = await chainUnder(root);
  const alone = { ...fileObservation(top ? [top] : []), rootIsBuiltIn: true };
  const { findings } = await assess(alone, watchlist, NO_MEMORY);
  expect(findings.filter(({ rule }) => rule === "missing-transparency")).toEqual([]);
});
