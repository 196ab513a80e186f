import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { packArchive, unpackArchive, zipInOrder } from "../../src/evidence/archive.ts";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import { readFiles } from "../../src/evidence/verify/read-files.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const FORM = { level: 0, mtime: new Date(1980, 0, 1, 12) } as const;

function fault(archive: Uint8Array): string {
  try {
    return readFiles(archive).departure?.message ?? "";
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    return error.message;
  }
}

const ONE = packArchive(new Map([["SHA256SUMS", bytes("a")]]));
/** That archive with other bytes at a place of its first file's header. */
function changed(at: number, ...values: number[]): Uint8Array {
  const archive = ONE.slice();
  archive.set(values, at);
  return archive;
}

describe("an archive", () => {
  it("has one byte form, whatever the order in which its files are given", () => {
    const files = [
      ["records.jsonl", bytes("a")],
      ["SHA256SUMS", bytes("b")],
    ] as const;
    const archive = packArchive(new Map(files));
    expect(packArchive(new Map(files.toReversed()))).toEqual(archive);
    expect(fault(archive)).toBe("");
    expect([...readFiles(archive).files.keys()]).toEqual(["SHA256SUMS", "records.jsonl"]);
  });

  it.each([
    ["a path that leads out", { "../records.jsonl": bytes("a") }, "archive, byte 0: unknown-file ../records.jsonl"],
    ["an absolute path", { "/etc/passwd": bytes("a") }, "archive, byte 0: unknown-file"],
    ["a file that is not of the form", { "run.sh": bytes("a") }, "archive, byte 0: unknown-file run.sh"],
    ["a steering name", { "\u001b[2J.pem": bytes("a") }, "unknown-file ?[2J.pem"],
    ["a file that is too large", { "SHA256SUMS.sig": new Uint8Array(129) }, "SHA256SUMS.sig: too-large 129 128"],
    ["files out of order", { "records.jsonl": bytes("a"), SHA256SUMS: bytes("b") }, "other-bytes"],
  ])("is refused for %s", (_, files, message) => {
    expect(fault(zipSync(files as Record<string, Uint8Array>, FORM))).toContain(message);
  });

  it("is refused where something is compressed, so that nothing can grow", () => {
    const bomb = zipSync({ "records.jsonl": new Uint8Array(10_000_000) }, { ...FORM, level: 9 });
    expect(bomb.length).toBeLessThan(20_000);
    expect(fault(bomb)).toBe("archive, byte 0: compressed");
  });

  it("is refused with a second file of one name, another time, an extra field, a comment, or bytes around it", () => {
    const one = packArchive(new Map([["SHA256SUMS", bytes("a")]]));
    const local = one.subarray(0, 30 + 10 + 1);
    expect(fault(new Uint8Array([...local, ...one]))).toBe("archive, byte 41: second-file SHA256SUMS");
    expect(fault(zipSync({ SHA256SUMS: bytes("a") }, { ...FORM, mtime: new Date(1999, 0, 1) }))).toContain(
      "archive, byte 1",
    );
    const extra = zipSync({ SHA256SUMS: [bytes("a"), { extra: { 1: bytes("hidden") } }] }, FORM);
    expect(fault(extra)).toContain("archive, byte 28: other-bytes");
    const comment = zipSync({ SHA256SUMS: [bytes("a"), { comment: "hidden" }] }, FORM);
    expect(fault(comment)).toContain("archive, byte ");
    expect(fault(new Uint8Array([...one, 0]))).toContain(`archive, byte ${one.length}: other-bytes`);
    expect(fault(new Uint8Array([0, ...one]))).toContain("archive, byte 0: no-zip");
    expect(fault(new Uint8Array())).toContain("archive, byte 0: no-zip");
  });

  it("that is cut off anywhere is refused, and never read as another", () => {
    const whole = packArchive(new Map([["SHA256SUMS", bytes("a")]]));
    for (let length = 0; length < whole.length; length++)
      expect(fault(whole.slice(0, length)), `${length}`).not.toBe("");
  });

  it.each([
    ["locked-file", changed(6, 8)],
    ["locked-file", changed(7, 1)],
    ["compressed", changed(8, 8)],
    ["compressed", changed(18, 2)],
    ["compressed", changed(22, 2)],
    ["long-name", changed(26, 0, 1)],
  ])("is refused at the byte where a file is wrong: %s", (what, archive) => {
    const fault = () => readFiles(archive);
    expect(fault).toThrow(EvidenceError);
    expect(fault).toThrow(new RegExp(`^archive, byte 0: ${what}$`));
  });

  it("says whether it ends within a file's header, within a file, or before the list of files", () => {
    const start = 30 + "SHA256SUMS".length;
    expect(fault(ONE.slice(0, 4))).toBe("archive, byte 0: ends-in-header");
    expect(fault(ONE.slice(0, 29))).toBe("archive, byte 0: ends-in-header");
    expect(fault(ONE.slice(0, 30))).toBe("archive, byte 0: ends-in-file");
    expect(fault(ONE.slice(0, start))).toBe("archive, byte 0: ends-in-file");
    const here = "no-zip";
    expect(fault(ONE.slice(0, start + 1))).toBe(`archive, byte ${start + 1}: ${here}`);
    expect(fault(ONE.slice(0, start + 4))).toBe(`archive, byte ${start + 1}: ${here}`);
    expect(fault(ONE.slice(0, start + 5))).toContain(`archive, byte ${start + 5}: other-bytes`);
    expect(fault(packArchive(new Map()))).toBe(`archive, byte 0: ${here}`);
    expect(fault(ONE.slice(start + 1))).toBe(`archive, byte 0: ${here}`);
  });

  it("is read also where it lies within other bytes", () => {
    const within = new Uint8Array([9, 9, ...ONE, 9]).subarray(2, 2 + ONE.length);
    expect([...readFiles(within).files]).toEqual([["SHA256SUMS", bytes("a")]]);
    expect(readFiles(within).departure).toBeNull();
  });

  it("may have names of 255 letters, and shows 80 of one that it should not have", () => {
    const long = "\u007f".repeat(100);
    const name = "a".repeat(255);
    const read = (archive: Uint8Array) =>
      unpackArchive(
        archive,
        (each) => each === name,
        () => 1,
      ).files;
    expect([...read(packArchive(new Map([[name, bytes("a")]]))).keys()]).toEqual([name]);
    expect(() => read(packArchive(new Map([[`${name}a`, bytes("a")]])))).toThrow("long-name");
    const shown = /unknown-file [?]{80}$/;
    expect(() => read(packArchive(new Map([[long, bytes("a")]])))).toThrow(shown);
    expect(() => read(packArchive(new Map([["a ~\u007f", bytes("a")]])))).toThrow(/unknown-file a ~[?]$/);
  });

  it("may be compressed, where it is no evidence", () => {
    const files = new Map([
      ["b", bytes("b".repeat(999))],
      ["a", bytes("a")],
    ]);
    expect(zipInOrder(files, 0)).toEqual(packArchive(files));
    expect(zipInOrder(files, 9).length).toBeLessThan(400);
  });
});
