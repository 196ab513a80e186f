import { beforeAll, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import { createRoot } from "../../lab/certification-authority.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { pageObservation } from "../observations.ts";
import { chainUnder, stopped } from "../seen.ts";

let chain: Certificate[];
beforeAll(async () => {
  chain = await chainUnder(await createRoot({ name: "CN=Some Root", algorithm: "ec" }));
});

async function judge(observation: Observation, loginNetwork = true) {
  const { verdict, findings } = await assess(observation, watchlist, { ...NO_MEMORY, loginNetwork });
  return { verdict, said: findings.filter(({ rule }) => rule === "login-network") };
}

const SAID = [expect.objectContaining({ reason: "login-network", verdict: null, strength: "context" })];

it("a refusal and an added root are explained while the network wants a login", async () => {
  expect(await judge(stopped("www.google.com", "wrong-name"))).toEqual({ verdict: "refused", said: SAID });
  expect(await judge(pageObservation(chain))).toEqual({ verdict: "added-root", said: SAID });
});

it("it takes nothing from what the browser names", async () => {
  expect(await judge(stopped("www.google.com", "known-interception"))).toEqual({ verdict: "suspected", said: SAID });
});

it("what is well needs no explanation, and without a login there is none", async () => {
  expect((await judge(pageObservation(chain, { rootIsBuiltIn: true }))).said).toEqual([]);
  expect((await judge(stopped("www.google.com", "wrong-name"), false)).said).toEqual([]);
  expect((await judge(pageObservation(chain), false)).said).toEqual([]);
});
