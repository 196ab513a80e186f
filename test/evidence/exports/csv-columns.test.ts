import { beforeAll, describe, expect, it } from "vitest";
import { fingerprints } from "../../../src/certificate/fingerprint.ts";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import { recordsAsCsv } from "../../../src/evidence/exports/csv.ts";
import type { RecordLine } from "../../../src/evidence/record.ts";
import { parsed, selfSigned } from "../../certificate/made.ts";
import { disclosed, HASH, keptFinding } from "../disclosed.ts";

const OTHER = "cd".repeat(32);

let sha256: string;
let certificates: Map<string, Uint8Array>;

beforeAll(async () => {
  const certificate = parsed(await selfSigned("ec-p256", { name: "CN=made" }));
  ({ sha256 } = await fingerprints(certificate));
  certificates = new Map([[sha256, certificate.der]]);
});

/** The cells of a record that are not empty, by the names of their columns. */
async function cells(record: DisclosedRecord): Promise<Record<string, string>> {
  const [names = "", row = "", ...rest] = (await recordsAsCsv([record], certificates)).slice(1).split("\r\n");
  expect(rest).toEqual([""]);
  const read = (line: string) => line.slice(1, -1).split('","');
  expect(read(row)).toHaveLength(read(names).length);
  return Object.fromEntries(
    read(names).flatMap((name, at) => [[name, read(row)[at] ?? ""]].filter(([, cell]) => cell !== "")),
  );
}

const VERSIONS = { rootwatch: "1.0.0", watchlist: "2026-11-21", browser: "Firefox 140.0" };

describe("the columns of CSV", () => {
  it("have each thing of a connection under its name", async () => {
    const said: Partial<Extract<RecordLine, { kind: "connection" }>> = {
      ...{ seq: 7, prev: OTHER, verdict: "listed", rules: ["listed-authority", "own-entry"] },
      ...{ authority: "one", key: HASH, connection: "probe", basis: "sent", outcome: "stopped", source: "source" },
      ...{ error: "ERR_CERT", rootIsBuiltIn: true, exceptionAccepted: true, check: "0123456789abcdef" },
      clockWentBack: true,
    };
    const record = disclosed("connection", said, {
      ...{ month: "2026-11", day: "2026-11-22", hour: "2026-11-22T03", time: "2026-11-22T03:17:07.123Z" },
      ...{ site: "site.example", host: "host.example", address: "192.0.2.1:443", country: "ZZ" },
      network: { provider: "provider", line: "line", note: "note" },
      ...{ leaf: sha256, issuers: [OTHER, HASH, sha256] },
      findings: [keptFinding("one", { details: ["a", "b"] }), keptFinding("two")],
    });
    expect(await cells(record)).toEqual({
      ...{ seq: "7", hash: record.hash, prev: OTHER, kind: "connection", verdict: "listed" },
      ...{ rules: "listed-authority own-entry", authority: "one", key_sha256: HASH },
      ...{ month: "2026-11", day: "2026-11-22", hour: "2026-11-22T03", time: "2026-11-22T03:17:07.123Z" },
      ...{ site: "site.example", host: "host.example", address: "192.0.2.1:443", country: "ZZ" },
      ...{ provider: "provider", line: "line", note: "note" },
      ...{ leaf_sha256: sha256, leaf_subject: "CN=made" },
      ...{ issuers_sha256: `${OTHER} ${HASH} ${sha256}`, last_issuer_subject: "CN=made", reasons: "one: a: b / two" },
      ...{ connection: "probe", basis: "sent", outcome: "stopped", source: "source", error: "ERR_CERT" },
      ...{ root_is_built_in: "true", exception_accepted: "true", check: "0123456789abcdef", clock_went_back: "true" },
      ...VERSIONS,
    });
  });

  it("have of an offer its certificates and what is disclosed of its authority, and of a hidden host its number", async () => {
    const key = { spkiSha256: OTHER, isLeaf: false };
    const record = disclosed("offer", { verdict: "intercepted" }, { offered: [HASH, OTHER], authority: "two", key });
    const { hash, record: line } = record;
    expect(await cells({ ...record, hiddenHost: 3 })).toEqual({
      ...{ seq: "1", hash, prev: line.prev, kind: "offer", verdict: "intercepted", authority: "two" },
      ...{ key_sha256: OTHER, host: "host 3", offered_sha256: `${HASH} ${OTHER}`, clock_went_back: "false" },
      ...VERSIONS,
    });
  });

  it("have of what was counted how often, lastly when, and of what", async () => {
    const record = disclosed("count", { seq: 2, of: 1 }, { count: 0, last: "2026-11-22T04:00:00.000Z" });
    const { hash, record: line } = record;
    expect(await cells(record)).toEqual({
      ...{ seq: "2", hash, prev: line.prev, kind: "count", of: "1", count: "0", last: "2026-11-22T04:00:00.000Z" },
      ...{ clock_went_back: "false", ...VERSIONS },
    });
  });

  it("have an added root's key", async () => {
    const key = { spkiSha256: OTHER, isLeaf: false };
    expect(await cells(disclosed("added-root", {}, { key }))).toMatchObject({ key_sha256: OTHER });
  });

  it("begin, whatever there is, so that spreadsheets read UTF-8", async () => {
    expect(await recordsAsCsv([], new Map())).toMatch(/^\uFEFF"seq",.*"browser"\r\n$/);
  });
});
