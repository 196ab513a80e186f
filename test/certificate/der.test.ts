import { describe, expect, it } from "vitest";
import { DerReader, Tag } from "../../src/certificate/der.ts";
import type { CertificateErrorCode } from "../../src/certificate/errors.ts";
import { joined, octets, sequence } from "./written.ts";

/** The header of an OCTET STRING with these bytes for its length, and so many bytes behind it. */
const headed = (length: number, ...lengthBytes: number[]) => joined([[0x04, ...lengthBytes], new Uint8Array(length)]);

describe("an element", () => {
  it.each([
    ["without contents", headed(0, 0), 2],
    ["with a length of one byte", headed(0x7f, 0x7f), 2],
    ["with the least length in the long form", headed(0x80, 0x81, 0x80), 3],
    ["with the most that one more byte can tell", headed(0xff, 0x81, 0xff), 3],
    ["with the least that takes two", headed(0x100, 0x82, 1, 0), 4],
    ["with the least that takes three", headed(0x10000, 0x83, 1, 0, 0), 5],
  ])("%s is read to its last byte, and not further", (_, bytes, content) => {
    const reader = new DerReader(joined([bytes, [0xee]]));
    expect(reader.next("it")).toEqual({ tag: Tag.octetString, start: 0, content, end: bytes.length });
    expect(reader.tag).toBe(0xee);
  });

  it.each<[string, readonly number[], CertificateErrorCode, number, string]>([
    ["nothing", [], "missing-part", 0, "it is missing"],
    ["a tag of several bytes", [0x1f, 0x20, 0], "bad-tag", 0, "it has a tag of more than one byte"],
    ["a tag alone", [0x04], "truncated", 1, "it ends before its length"],
    ["an indefinite length", [0x24, 0x80, 0, 0], "bad-length", 1, "it has an indefinite length"],
    ["a length of five bytes", [0x04, 0x85, 1, 0, 0, 0, 0], "bad-length", 1, "it has a length of 5 bytes"],
    ["a length that is cut off", [0x04, 0x82, 1], "truncated", 2, "it ends within its length"],
    [
      "a short length in the long form",
      [0x04, 0x81, 1, 0],
      "bad-length",
      1,
      "it has a length that could be written shorter",
    ],
    [
      "a length with a zero in front",
      [0x04, 0x82, 0, 0x80, ...Array(0x80).fill(0)],
      "bad-length",
      1,
      "it has a length that could be written shorter",
    ],
    ["less than it says", [0x04, 3, 1], "truncated", 0, "it wants 3 bytes where 1 are left"],
    ["a length and nothing else", [0x04, 0x81, 0x80], "truncated", 0, "it wants 128 bytes where 0 are left"],
    [
      "the greatest length of four bytes",
      [0x04, 0x84, 0xff, 0xff, 0xff, 0xff],
      "truncated",
      0,
      "it wants 4294967295 bytes where 0 are left",
    ],
  ])("is refused, with byte and reason, where there is %s", (_, bytes, code, byte, message) => {
    const refusal = expect.objectContaining({ code, byte, message });
    expect(() => new DerReader(Uint8Array.from(bytes)).next("it")).toThrow(refusal);
    // What stands behind the surroundings of an element is none of its bytes.
    const inside = new DerReader(Uint8Array.from([...bytes, 0, 0, 0, 0]), 0, bytes.length);
    expect(() => inside.next("it")).toThrow(refusal);
  });
});

describe("a reader", () => {
  it("tells by number which tag it wants and which there is, and where", () => {
    const reader = new DerReader(joined([octets(), [0x05, 0]]));
    reader.next("the first");
    expect(() => reader.expect(Tag.sequence, "it")).toThrow(
      expect.objectContaining({ code: "bad-tag", byte: 2, message: "it should have tag 0x30, has 0x05" }),
    );
    reader.next("the second");
    expect(() => reader.expect(Tag.sequence, "it")).toThrow(
      expect.objectContaining({ code: "missing-part", byte: 4, message: "it is missing" }),
    );
  });

  it("passes nothing when what it may find is not there", () => {
    const reader = new DerReader(octets([7]));
    expect(reader.optional(Tag.sequence, "it")).toBeNull();
    const found = reader.optional(Tag.octetString, "it");
    expect(found && reader.contents(found)).toEqual(Uint8Array.of(7));
    expect(reader.optional(Tag.octetString, "it")).toBeNull();
    expect(reader.tag).toBeNull();
  });

  it("counts what is left over, from where that begins, in the bytes of the whole", () => {
    const whole = new DerReader(sequence(octets(), octets([1])));
    const inside = whole.within(whole.next("all"));
    inside.next("the first");
    expect(() => inside.finish("it")).toThrow(
      expect.objectContaining({ code: "trailing-bytes", byte: 4, message: "it is followed by 3 more bytes" }),
    );
    inside.next("the second");
    expect(() => inside.finish("it")).not.toThrow();
    expect(() => whole.finish("it")).not.toThrow();
  });
});
