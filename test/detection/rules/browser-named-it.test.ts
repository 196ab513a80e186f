import { expect, it } from "vitest";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import type { BrowserError } from "../../../src/detection/observation.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { stopped } from "../seen.ts";

const BY_THE_BROWSER = {
  rule: "browser-named-it",
  authority: null,
  role: null,
  match: null,
  key: null,
  certificate: null,
  details: ["CODE"],
};

it.each([
  ["known-interception", "a.example", "suspected"],
  ["known-interception", "fritz", "suspected"],
  ["known-interception", null, "suspected"],
  ["mitm-detected", "a.example", "refused"],
  // Firefox says so when one issuer stands before everything: the name of the host is no excuse.
  ["mitm-detected", "192.168.1.1", "refused"],
] as const)("the browser names %s at %s: %s", async (kind, host, verdict) => {
  const assessment = await assess(stopped(host, kind), watchlist, NO_MEMORY);
  expect(assessment).toMatchObject({ kind: "connection", verdict });
  expect(assessment.findings).toEqual([{ ...BY_THE_BROWSER, verdict, strength: "sign", reason: `refused-${kind}` }]);
});

it.each<BrowserError["kind"]>(["unknown-issuer", "revoked", "wrong-name", "wrong-date", "other"])(
  "a refusal for %s names nobody",
  async (kind) => {
    const { findings } = await assess(stopped("www.google.com", kind), watchlist, NO_MEMORY);
    expect(findings.map(({ rule }) => rule)).toEqual(["refused"]);
  },
);
