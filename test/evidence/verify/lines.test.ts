import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EvidenceError } from "../../../src/evidence/evidence-error.ts";
import { linesOf, placedLine, textOf } from "../../../src/evidence/verify/lines.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const LONGEST = 1024 * 1024;

/** What is wrong with a file of lines. */
function fault(bytes: Uint8Array): string {
  try {
    linesOf(bytes, "file");
    return "";
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    return error.message;
  }
}

describe("the lines of a file", () => {
  it("have each their place and the hash of their bytes", () => {
    expect(linesOf(utf8("one\n\nдва\n"), "file")).toEqual([
      { line: "one", at: "file, line 1", hash: sha256("one") },
      { line: "", at: "file, line 2", hash: sha256("") },
      { line: "два", at: "file, line 3", hash: sha256("два") },
    ]);
    expect(placedLine("два", "here")).toEqual({ line: "два", at: "here", hash: sha256("два") });
    expect(linesOf(new Uint8Array(), "file")).toEqual([]);
  });

  it("are told by place where one has no end, is too long, or is no text", () => {
    expect(fault(utf8("one\ntwo"))).toBe("file, line 2: no-line-end");
    expect(fault(utf8(`${"a".repeat(LONGEST)}\n`))).toBe("");
    expect(fault(utf8(`one\n${"a".repeat(LONGEST + 1)}\n`))).toBe(`file, line 2: long-line ${LONGEST}`);
    expect(fault(Uint8Array.of(0x61, 0xff, 0x0a))).toBe("file: not-utf8");
  });

  it("keep a byte order mark, which is none of their form", () => {
    expect(textOf(utf8("\ufeff{}"), "file")).toBe("\ufeff{}");
  });
});
