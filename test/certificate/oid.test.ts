import { describe, expect, it } from "vitest";
import { decodeOid } from "../../src/certificate/oid.ts";

const read = (bytes: Uint8Array | readonly number[]) => decodeOid(Uint8Array.from(bytes), 0, "it");

describe("an object identifier", () => {
  // The second's bytes are one more and 31 less: to a usual hash of text that is the same.
  const [ONE, OTHER] = [
    [0x2a, 0x40],
    [0x2b, 0x21],
  ] as const;

  it("is never taken for another that looks the same at first", () => {
    expect([read(ONE), read(OTHER), read(ONE)]).toEqual(["1.2.64", "1.3.33", "1.2.64"]);
  });

  it("is read anew where the bytes have changed since", () => {
    const bytes = Uint8Array.of(0x2a, 0x41);
    expect(decodeOid(bytes, 0, "it")).toBe("1.2.65");
    bytes.set([0x2b, 0x22]);
    expect(decodeOid(bytes, 0, "it")).toBe("1.3.34");
  });

  it("is read however many others came before it", () => {
    const many = Array.from({ length: 1000 }, (_, index) => [0x2a, 0x80 | (index >> 7) | 0x08, index & 0x7f]);
    expect(many.map(read)).toEqual(many.map(([, high = 0, low]) => `1.2.${(high & 0x7f) * 128 + (low ?? 0)}`));
  });

  it.each([
    ["without bytes", []],
    ["with a padded arc", [0x55, 0x80, 0x01]],
    ["with a padded arc", [0x80, 0x01]],
    ["that ends within an arc", [0x55, 0x81]],
  ])("%s is refused, with place and reason", (reason, bytes) => {
    expect(() => decodeOid(Uint8Array.from(bytes), 7, "it")).toThrow(
      expect.objectContaining({ code: "bad-oid", byte: 7, message: `it has an object identifier ${reason}` }),
    );
  });
});
