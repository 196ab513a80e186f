import * as v from "valibot";
import { expect, test } from "vitest";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import type { RootStatus } from "../../src/detection/root-status.ts";
import { AddedRoot, addedRootContent, addedRootOf, countContent, dayOf } from "../../src/evidence/counted.ts";
import { written } from "../certificate/written.ts";
import { pageObservation } from "../detection/observations.ts";
import { stopped } from "../detection/seen.ts";
import { summary } from "../popup/certificate.ts";
import { HASH, VERSIONS } from "./disclosed.ts";
import { chainFor, makeWorld } from "./journal.ts";
import { judged } from "./judged.ts";

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

test("a day of an added root, and of a record that was seen again, is the day of UTC", () => {
  const root = { country: "ZZ", network: null, issuers: [HASH], key: { spkiSha256: HASH, isLeaf: false } };
  const last = Date.UTC(2026, 9, 3, 23, 59, 59, 999);
  const counted = { day: dayOf(last), count: 3, last };
  expect(addedRootContent(root, counted, VERSIONS)).toEqual({
    open: { kind: "added-root", versions: VERSIONS },
    fields: { month: "2026-10", day: "2026-10-03", ...root, count: 3 },
  });
  expect(countContent(7, counted, VERSIONS)).toEqual({
    open: { kind: "count", of: 7, versions: VERSIONS },
    fields: { month: "2026-10", day: "2026-10-03", count: 3, last: "2026-10-03T23:59:59.999Z" },
  });
});

test("of a chain under an added root neither the leaf is kept, nor the key of one that stands for itself", () => {
  const certificate = (byte: number) => ({ ...parseCertificate(written()), der: Uint8Array.of(byte) });
  const kept = (kind: RootStatus["kind"], ...hashes: string[]) => {
    const certificates = hashes.map((sha256) => summary({ sha256, spkiSha256: `key of ${sha256}` }));
    const root = hashes.length > 0 ? { kind, certificate: hashes.length - 1 } : null;
    const assessment = { ...judged, certificates, root };
    const said = { country: "ZZ", network: { provider: "p", line: "l", note: "n" } };
    return addedRootOf(pageObservation(hashes.map((_, index) => certificate(index))), assessment, said);
  };
  expect(kept("added", "leaf", "issuer", "root")).toEqual({
    root: {
      ...{ country: "ZZ", network: { provider: "p", line: "l", note: "n" }, issuers: ["issuer", "root"] },
      key: { spkiSha256: "key of root", isLeaf: false },
    },
    certificates: new Map([
      ["issuer", Uint8Array.of(1)],
      ["root", Uint8Array.of(2)],
    ]),
  });
  expect(kept("added", "itself")).toMatchObject({ root: { issuers: [], key: null }, certificates: new Map() });
  expect(kept("public", "leaf", "root").root.key).toBeNull();
  expect(kept("added").root).toMatchObject({ issuers: [], key: null });
  const refused = stopped("a.example", "unknown-issuer");
  const unread = { certificates: [], isLeafUnread: true, leftOut: 0, isRootRead: null };
  for (const unseen of [refused, { ...refused, unread }]) {
    const nothing = addedRootOf(unseen, judged, { country: null, network: null });
    expect(nothing).toEqual({
      root: { country: null, network: null, issuers: [], key: null },
      certificates: new Map(),
    });
  }
});

test("what is stored of an added root until its day is closed is read again, and nothing else, such as a host", () => {
  const root = { country: "ZZ", network: null, issuers: [HASH], key: { spkiSha256: HASH, isLeaf: false } };
  expect(v.parse(AddedRoot, root)).toEqual(root);
  const { country: _, ...less } = root;
  for (const other of [less, { ...root, host: "a.example" }, { ...root, issuers: ["?"] }, { ...root, network: "n" }]) {
    expect(v.is(AddedRoot, other)).toBe(false);
  }
});
