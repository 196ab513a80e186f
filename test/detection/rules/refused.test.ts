import { beforeAll, expect, it } from "vitest";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import type { BrowserError } from "../../../src/detection/observation.ts";
import type { Watchlist } from "../../../src/watchlist/watchlist.ts";
import { selfSigned } from "../../certificate/made.ts";
import { watchlistOf } from "../watchlists.ts";

let watchlist: Watchlist;

beforeAll(async () => {
  watchlist = await watchlistOf(await selfSigned("ec-p256"), "interception");
});

it.each<[BrowserError["kind"], string | null, object]>([
  ["unknown-issuer", "a.example", { verdict: "refused", strength: "sign", reason: "refused-unknown-issuer" }],
  ["unknown-issuer", null, { verdict: "refused", strength: "sign", reason: "refused-unknown-issuer" }],
  ["unknown-issuer", "fritz", { verdict: "not-inspected", strength: "context", reason: "refused-private-host" }],
  ["unknown-issuer", "192.168.1.1", { verdict: "not-inspected", strength: "context", reason: "refused-private-host" }],
  ["wrong-name", "a.example", { verdict: "refused", strength: "sign", reason: "refused-wrong-name" }],
  ["wrong-date", "a.example", { verdict: "refused", strength: "sign", reason: "refused-wrong-date" }],
  ["revoked", "a.example", { verdict: "refused", strength: "sign", reason: "refused-revoked" }],
  ["other", "a.example", { verdict: "refused", strength: "sign", reason: "refused-other" }],
])("a refusal for %s at %s", async (kind, host, finding) => {
  const circumstances = { connection: "page", source: "browser-error", host, at: 0 } as const;
  const error = { kind, code: "CODE" };
  const assessment = await assess(
    { ...circumstances, basis: "error", outcome: "stopped", error },
    watchlist,
    NO_MEMORY,
  );
  expect(assessment.findings).toEqual([
    {
      rule: "refused",
      authority: null,
      role: null,
      match: null,
      key: null,
      certificate: null,
      details: ["CODE"],
      ...finding,
    },
  ]);
});

it("that nothing was seen explains and never decides", async () => {
  const circumstances = { connection: "page", source: "none", host: "a.example", at: 0 } as const;
  const { findings } = await assess(
    { ...circumstances, basis: "none", outcome: "unknown", reason: "from-cache" },
    watchlist,
    NO_MEMORY,
  );
  expect(findings).toMatchObject([
    { rule: "not-inspected", strength: "context", reason: "unseen-from-cache", details: [] },
  ]);
});
