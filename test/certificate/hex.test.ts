import { expect, test } from "vitest";
import { sameBytes, toHex } from "../../src/certificate/hex.ts";

test("hex has two lower-case digits a byte", () => {
  expect(toHex(Uint8Array.of(0x00, 0x0f, 0xa0, 0xff))).toBe("000fa0ff");
  expect(toHex(Uint8Array.of())).toBe("");
});

test("bytes are the same where none differs and none is missing", () => {
  const bytes = Uint8Array.of(1, 2, 3);
  expect(sameBytes(bytes, bytes.slice())).toBe(true);
  for (const other of [[], [1, 2], [1, 2, 3, 4], [0, 2, 3], [1, 2, 0]]) {
    expect(sameBytes(bytes, Uint8Array.from(other))).toBe(false);
    expect(sameBytes(Uint8Array.from(other), bytes)).toBe(false);
  }
});
