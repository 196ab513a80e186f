import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.ts";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import { keptFindings } from "../../src/evidence/content.ts";
import { parseDisclosure } from "../../src/evidence/disclosure.ts";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import { openRecord } from "../../src/evidence/open-record.ts";
import { EMPTY_HEAD, formRecord, parseRecord, type RecordContent } from "../../src/evidence/record.ts";
import { pageObservation } from "../detection/observations.ts";
import { seen } from "../detection/seen.ts";
import { createRoot } from "../lab/certification-authority.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { disclosed } from "./disclosed.ts";
import { chainFor } from "./journal.ts";

const CONTENT: RecordContent = {
  open: { kind: "count", of: 7, versions: { rootwatch: "1.0.0", watchlist: "2026-11-21", browser: "Firefox 140.0" } },
  fields: { month: "2026-11", day: "2026-11-22", count: 3, last: "2026-11-22T03:17:07.123Z" },
};

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("the findings of a record", () => {
  it("name no other host that has the same leaf key, for of that one perhaps nothing is to be kept", async () => {
    const root = await createRoot({ name: "CN=Made Box", algorithm: "ec" });
    const chain = await chainFor("www.example.com", root);
    const { spkiSha256: leafKey } = await fingerprints(chain[0] as Certificate);
    const sightings = [seen("clinic.example", "added-root", { leafKey })];
    const assessment = await assess(pageObservation(chain), watchlist, { ...NO_MEMORY, sightings });
    expect(JSON.stringify(assessment.findings)).toContain("clinic.example");
    const kept = keptFindings(assessment);
    expect(kept.map(({ rule }) => rule)).toContain("added-root");
    expect(JSON.stringify(kept)).not.toContain("clinic.example");
  });
});

describe("a record", () => {
  it("holds the digest of each line that discloses a field, and of the line before", async () => {
    const first = await formRecord(CONTENT, EMPTY_HEAD, false);
    const second = await formRecord(CONTENT, first, false);
    const read = parseRecord(second.line, "line 2");
    expect(read).toMatchObject({ seq: 2, prev: sha256(first.line), kind: "count", of: 7 });
    const digests = second.disclosures.map((line) => [parseDisclosure(line, "here").name, sha256(line)]);
    expect(Object.entries(read.fields)).toEqual(digests);
    expect(digests.map(([name]) => name)).toEqual(["month", "day", "count", "last"]);
  });

  it("gives the same value another digest every time, so that none can be guessed", async () => {
    const [one, other] = await Promise.all([
      formRecord(CONTENT, EMPTY_HEAD, false),
      formRecord(CONTENT, EMPTY_HEAD, false),
    ]);
    const digests = (line: string) => Object.values(parseRecord(line, "here").fields);
    expect(digests(one.line).filter((digest) => digests(other.line).includes(digest))).toEqual([]);
  });

  it("names the check that it belongs to by 16 hexadecimal digits", () => {
    const check = "0123456789abcdef";
    expect(disclosed("connection", { connection: "probe", check }).record).toMatchObject({ check });
    for (const odd of [`${check}0`, `0${check}`, check.toUpperCase(), "", "x".repeat(16)]) {
      expect(() => disclosed("connection", { check: odd })).toThrow("no-record check");
    }
  });

  it.each([
    ...(["browser-built", "leaf-only", "sent", "error", "none"] as const).map((basis) => ({ basis })),
    ...(["passed", "stopped", "unknown"] as const).map((outcome) => ({ outcome })),
  ])("of a connection may say %j", (said) => {
    expect(disclosed("connection", said).record).toMatchObject(said);
  });

  it.each(["connection", "basis", "outcome"])("of a connection says no other %s", (what) => {
    expect(() => disclosed("connection", { [what]: "" })).toThrow(`no-record ${what}`);
  });

  it("has a number from 1 on, as has the one that it counts", () => {
    expect(disclosed("count", { seq: 1, of: 1 }).record).toMatchObject({ seq: 1, of: 1 });
    for (const odd of [0, -1, 1.5, 2 ** 53]) {
      expect(() => disclosed("count", { seq: odd }), `${odd}`).toThrow("no-record seq");
      expect(() => disclosed("count", { of: odd }), `${odd}`).toThrow("no-record of");
    }
  });

  it("has words of 255 letters at most", () => {
    const long = "x".repeat(255);
    expect(disclosed("connection", { source: long }).record).toMatchObject({ source: long });
    expect(() => disclosed("connection", { source: `${long}x` })).toThrow("no-record source");
  });

  it("that is kept and is none is named by its number", () => {
    const formed = { seq: 7, line: "{}", hash: "", disclosures: [] };
    expect(() => openRecord(formed)).toThrow("record 7: no-record kind");
  });

  it.each([
    ["{", "line 1: not-json"],
    ["{}", "line 1: no-record kind"],
    ["null", "line 1: no-record line "],
    [`{"kind":"count","format":"rootwatch-record/1"}`, "line 1: no-record seq"],
    [`{"kind":"count","format":"another-record/1"}`, "line 1: no-record format"],
    [`{"kind":"count","format":"rootwatch-record/2"}`, "line 1: newer-form rootwatch-record/2"],
  ])("says what is wrong with %s", (line, message) => {
    expect(() => parseRecord(line, "line 1")).toThrow(EvidenceError);
    expect(() => parseRecord(line, "line 1")).toThrow(message);
  });
});
