import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.ts";
import { addedRootKey } from "../../src/detection/added-root-key.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY, type RootAnswer } from "../../src/detection/memory.ts";
import type { Observation } from "../../src/detection/observation.ts";
import { reconsider } from "../../src/detection/reconsider.ts";
import { createRoot } from "../lab/certification-authority.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { fileObservation, pageObservation } from "./observations.ts";
import { chainUnder, NOW, rootKeyOf, stopped } from "./seen.ts";

const ANSWERS: readonly RootAnswer[] = ["software", "work-or-school", "told-to", "unknown"];

/** Under a root that calls itself a known product, so that there is a question to answer. */
let chain: Certificate[];
let rootKey: string;

beforeAll(async () => {
  chain = await chainUnder(await createRoot({ name: "CN=mitmproxy,O=mitmproxy", algorithm: "ec" }));
  rootKey = await rootKeyOf(chain);
});

const judge = (observation: Observation, answer: RootAnswer | null, key = rootKey) =>
  assess(observation, watchlist, { ...NO_MEMORY, answers: new Map(answer === null ? [] : [[key, answer]]) });

describe.each(ANSWERS)("the answer %s", (answer) => {
  it.each([null, ...ANSWERS])("comes to the same as judging again, after the answer %s", async (before) => {
    const seen = pageObservation(chain);
    const reconsidered = reconsider(await judge(seen, before), answer);
    expect(reconsidered).toEqual(await judge(seen, answer));
    expect(reconsidered.findings.some(({ reason }) => reason === "calls-itself-product")).toBe(false);
  });

  it.each<[string, () => Observation]>([
    ["under a public root", () => pageObservation(chain, { rootIsBuiltIn: true })],
    ["of a file", () => fileObservation(chain)],
    ["of which nothing was seen", () => stopped("www.example.com", "unknown-issuer")],
  ])("changes nothing %s", async (_, observation) => {
    const assessment = await judge(observation(), null);
    expect(reconsider(assessment, answer)).toBe(assessment);
  });
});

it("the root is called by its name and all else keeps its place, also where marks of a box are told before it", async () => {
  const leaf = { algorithm: "rsa", publicExponent: 3, notBefore: new Date(NOW) } as const;
  const marked = await chainUnder(await createRoot({ name: "CN=Some Root", algorithm: "ec" }), leaf);
  const observation = pageObservation(marked, { host: "www.google.com", at: NOW });
  const reconsidered = reconsider(await judge(observation, null), "software");
  const { findings } = reconsidered;
  expect(findings[0]).toMatchObject({ reason: "box-marks" });
  expect(findings.find(({ reason }) => reason === "said-software")?.details).toEqual(["Some Root"]);
  expect(reconsidered).toEqual(await judge(observation, "software", await rootKeyOf(marked)));
});

it("the worst is told first, whatever was said last", async () => {
  const { verdict, findings } = reconsider(await judge(pageObservation(chain), null), "told-to");
  expect(verdict).toBe("suspected");
  expect(findings.map(({ reason }) => reason)).toEqual(["told-to-install", "added-root"]);
});

describe("the root that the user may be asked about", () => {
  it("is an added one, by its key", async () => {
    expect(addedRootKey(await judge(pageObservation(chain), null))).toBe(rootKey);
  });

  it.each<[string, () => Observation]>([
    ["a public root", () => pageObservation(chain, { rootIsBuiltIn: true })],
    ["a chain that a browser did not build", () => fileObservation(chain)],
    ["a refusal", () => stopped("www.example.com", "unknown-issuer")],
  ])("is none of %s", async (_, observation) => {
    expect(addedRootKey(await judge(observation(), null))).toBeNull();
  });
});
