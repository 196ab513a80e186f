import { expect, test } from "vitest";
import { DerReader, Tag } from "../../src/certificate/der.ts";
import { readInteger } from "../../src/certificate/integer.ts";
import { integer } from "./written.ts";

test.each([
  ["without bytes", [], 0, "it is an integer without bytes"],
  ["with a zero too many", [0x00, 0x7f], 2, "it is an integer that could be written shorter"],
  ["with a sign too many", [0xff, 0x80], 2, "it is an integer that could be written shorter"],
])("an integer %s is refused, with byte and reason", (_, bytes, byte, message) => {
  const reader = new DerReader(integer(...bytes));
  const element = reader.expect(Tag.integer, "it");
  expect(() => readInteger(reader, element, "it")).toThrow(
    expect.objectContaining({ code: "bad-integer", byte, message }),
  );
});
