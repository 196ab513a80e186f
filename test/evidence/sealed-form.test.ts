import { describe, expect, it } from "vitest";
import { packArchive } from "../../src/evidence/archive.ts";
import { isSealedArchive, packSealed, parseSealed, sealedName, unpackSealed } from "../../src/evidence/sealed.ts";
import { sealedText } from "../../src/evidence/sealed-text.ts";

const SEALED = { line: "l", disclosures: ["d"], certificates: ["AAEC"] };

describe("a sealed record", () => {
  it("is read as it was written", () => {
    const record = parseSealed(JSON.stringify(SEALED), "here");
    expect(record).toEqual({ ...SEALED, certificates: [Uint8Array.of(0, 1, 2)] });
    expect(sealedText(record)).toBe(JSON.stringify(SEALED));
  });

  it.each([
    ["{", "here: not-json"],
    ["{}", "here: no-sealed-record "],
    ["null", "here: no-sealed-record "],
    [JSON.stringify({ ...SEALED, more: "" }), "here: no-sealed-record "],
    [JSON.stringify({ ...SEALED, line: 1 }), "here: no-sealed-record "],
    [JSON.stringify({ ...SEALED, disclosures: [1] }), "here: no-sealed-record "],
    [JSON.stringify({ ...SEALED, certificates: ["!"] }), "here: no-sealed-record "],
  ])("is not %s", (text, message) => {
    expect(() => parseSealed(text, "here")).toThrow(message);
  });
});

describe("the archive of a write-only journal", () => {
  it.each([
    "x/sealed/000001.age",
    "sealed/000001.agex",
    "sealed/00001.age",
    "sealed/0000001.age",
    "sealed/000001-age",
    "sealed/abcdef.age",
    "records.jsonl",
  ])("has no file %s", (name) => {
    expect(() => unpackSealed(packArchive(new Map([[name, new Uint8Array()]])))).toThrow("unknown-file");
  });

  it("has files of at most 4 MiB", () => {
    const most = 4 * 1024 * 1024;
    expect(unpackSealed(packSealed(new Map([[7, new Uint8Array(most)]]))).size).toBe(1);
    expect(() => unpackSealed(packSealed(new Map([[7, new Uint8Array(most + 1)]])))).toThrow(
      `sealed/000007.age: too-large ${most + 1} ${most}`,
    );
  });

  it("is told from a bundle by its first file", () => {
    expect(isSealedArchive(packSealed(new Map([[1, new Uint8Array()]])))).toBe(true);
    expect(isSealedArchive(packArchive(new Map([["records.jsonl", new Uint8Array()]])))).toBe(false);
    expect(isSealedArchive(new Uint8Array())).toBe(false);
    expect([sealedName(1), sealedName(1_234_567)]).toEqual(["sealed/000001.age", "sealed/1234567.age"]);
  });
});
