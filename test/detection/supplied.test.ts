import { beforeAll, expect, it } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import { suppliedObservation } from "../../src/detection/supplied.ts";
import { createRoot } from "../lab/certification-authority.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { chainUnder, NOW } from "./seen.ts";

let chain: Certificate[];
beforeAll(async () => {
  chain = await chainUnder(await createRoot({ name: "CN=Some Root", algorithm: "ec" }));
});

const GIVEN = { connection: "supplied", source: "file", at: NOW, outcome: "unknown" } as const;

it.each(["www.example.com", null])(
  "certificates that are said to be of %s: nobody saw them on a connection",
  async (host) => {
    const observation = suppliedObservation(chain, host, NOW);
    expect(observation).toEqual({
      ...GIVEN,
      ...{ host, basis: "file", certificates: chain, rootIsBuiltIn: null, exceptionAccepted: false },
    });
    const { verdict, root } = await assess(observation, watchlist, NO_MEMORY);
    expect({ verdict, root }).toEqual({ verdict: "nothing-found", root: { kind: "not-seen", certificate: 1 } });
  },
);

it("without a certificate that could be read nothing was inspected, and that is why", async () => {
  const observation = suppliedObservation([], "www.example.com", NOW);
  expect(observation).toEqual({ ...GIVEN, host: "www.example.com", basis: "none", reason: "unreadable" });
  const { verdict, findings } = await assess(observation, watchlist, NO_MEMORY);
  expect({ verdict, reasons: findings.map(({ reason }) => reason) }).toEqual({
    verdict: "not-inspected",
    reasons: ["unseen-unreadable"],
  });
});
