import { expect, test } from "vitest";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { verifySignature } from "../../src/certificate/signature.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import { VERDICTS } from "../../src/detection/verdict.ts";
import { DRILL_AUTHORITY } from "../../src/drill/authority.ts";
import { DRILL_CHAIN } from "../../src/drill/chain.ts";
import { DRILL_HOST, drillObservation, drillWatchlist } from "../../src/drill/drill.ts";
import { fromBase64 } from "../../src/watchlist/base64.ts";
import { watchlist } from "../shipped-watchlist.ts";

const [leaf, root] = [parseCertificate(fromBase64(DRILL_CHAIN[0])), parseCertificate(fromBase64(DRILL_CHAIN[1]))];
const chain = [leaf, root];
const NOW = Date.UTC(2026, 10, 22);

test.each(VERDICTS)("the made-up chain is judged to be %s, by the rules that judge what is real", async (verdict) => {
  const known = await drillWatchlist(watchlist, verdict, chain);
  const assessment = await assess(drillObservation(verdict, chain, NOW), known, NO_MEMORY);
  expect(assessment.verdict).toBe(verdict);
  const isListed = ["intercepted", "suspected", "listed"].includes(verdict);
  expect(assessment.authority).toBe(isListed ? DRILL_AUTHORITY : null);
});

test("no watchlist but the drill's own knows the made-up root", async () => {
  const assessment = await assess(drillObservation("intercepted", chain, NOW), watchlist, NO_MEMORY);
  expect(assessment.verdict).toBe("added-root");
  expect(watchlist.authority(DRILL_AUTHORITY)).toBeNull();
});

test("the drill's watchlist judges every other certificate as before", async () => {
  const known = await drillWatchlist(watchlist, "intercepted", [leaf]);
  const assessment = await assess(drillObservation("added-root", chain, NOW), known, NO_MEMORY);
  expect(
    assessment.findings.filter(({ match }) => match === "public-key").map(({ certificate }) => certificate),
  ).toEqual([0]);
});

test("the made-up certificates are for a name that nobody can have, say what they are, and last for decades", async () => {
  expect(leaf.extensions.subjectAltNames).toEqual([`dns:${DRILL_HOST}`]);
  expect(DRILL_HOST).toMatch(/\.example$/);
  expect(await verifySignature(leaf, root.spki)).toBe("valid");
  expect(await verifySignature(root, root.spki)).toBe("valid");
  for (const { notAfter, irregularities } of chain) {
    expect(new Date(notAfter).getUTCFullYear()).toBe(2099);
    expect(irregularities).toEqual([]);
  }
});
