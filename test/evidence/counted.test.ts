import { expect, test } from "vitest";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import { addedRootOf } from "../../src/evidence/counted.ts";
import { pageObservation } from "../detection/observations.ts";
import { chainFor, makeWorld } from "./journal.ts";

test("the record of an added root has the certificate that its key is of, also where the leaf could not be read", async () => {
  const world = await makeWorld();
  const [, ...above] = await chainFor("one.example", world.unknown);
  const unread = { certificates: [{ der: Uint8Array.of(1) }], isLeafUnread: true, leftOut: 0, isRootRead: true };
  const observation = pageObservation(above, { basis: "sent", unread });
  const assessment = await assess(observation, world.sources.watchlist, NO_MEMORY);
  expect(assessment.verdict).toBe("added-root");
  const { root, certificates } = addedRootOf(observation, assessment, { country: null, network: null });
  const hashes = await Promise.all(above.map(fingerprints));
  expect(root.issuers).toEqual(hashes.map(({ sha256 }) => sha256));
  expect(root.key?.spkiSha256).toBe(hashes.at(-1)?.spkiSha256);
  expect([...certificates.keys()]).toEqual(root.issuers);
});
