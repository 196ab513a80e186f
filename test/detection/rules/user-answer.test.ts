import { beforeAll, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY, type RootAnswer } from "../../../src/detection/memory.ts";
import { type Authority, createRoot } from "../../lab/certification-authority.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { pageObservation } from "../observations.ts";
import { chainUnder, rootKeyOf } from "../seen.ts";

let root: Authority;
let chain: Certificate[];

beforeAll(async () => {
  root = await createRoot({ name: "CN=Some Root", algorithm: "ec" });
  chain = await chainUnder(root);
});

async function judge(answer: RootAnswer, key: string, certificates = chain, rootIsBuiltIn = false) {
  const memory = { ...NO_MEMORY, answers: new Map([[key, answer]]) };
  const { verdict, findings } = await assess(pageObservation(certificates, { rootIsBuiltIn }), watchlist, memory);
  return { verdict, found: findings.filter(({ rule }) => rule === "user-answer") };
}

it.each([
  ["told-to", "suspected", "sign", "told-to-install"],
  ["software", "added-root", "context", "said-software"],
  ["work-or-school", "added-root", "context", "said-work-or-school"],
] as const)("%s: %s", async (answer, verdict, strength, reason) => {
  const judged = await judge(answer, await rootKeyOf(chain));
  expect(judged).toMatchObject({ verdict, found: [{ strength, reason, certificate: 1, details: ["Some Root"] }] });
  expect(judged.found[0]?.verdict).toBe(verdict === "suspected" ? verdict : null);
});

it("who does not know says nothing", async () => {
  expect(await judge("unknown", await rootKeyOf(chain))).toEqual({ verdict: "added-root", found: [] });
});

it("it belongs to the key: another certificate with it is answered, another key of the name is not", async () => {
  const other = await chainUnder(await createRoot({ name: "CN=Some Root", algorithm: "ec" }));
  expect(await judge("told-to", await rootKeyOf(chain), other)).toEqual({ verdict: "added-root", found: [] });
  const anotherLeaf = await chainUnder(root);
  expect((await judge("told-to", await rootKeyOf(chain), anotherLeaf)).verdict).toBe("suspected");
});

it("of a public root nobody is asked", async () => {
  expect(await judge("told-to", await rootKeyOf(chain), chain, true)).toEqual({ verdict: "nothing-found", found: [] });
});
