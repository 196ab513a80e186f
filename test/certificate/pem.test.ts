import { expect, test } from "vitest";
import { pemBlocks } from "../../src/certificate/pem.ts";

const begin = (label: string) => `-----BEGIN ${label}-----`;
const end = (label: string) => `-----END ${label}-----`;

test.each([
  ["nothing", "", []],
  ["text with dashes", "----- BEGIN X -----", []],
  ["a block without line breaks", `${begin("X")}AAAA${end("X")}`, [["X", 1, "AAAA"]]],
  [
    "blocks and text",
    `a\n\n${begin("X")}\nAAAA\n${end("X")}\nb\n${begin("Y Z")}${end("Y Z")}`,
    [
      ["X", 3, "\nAAAA\n"],
      ["Y Z", 7, ""],
    ],
  ],
  [
    "a block without its end before one with it",
    `${begin("X")}\nAA\n${begin("X")}\nBB\n${end("X")}`,
    [
      ["X", 1, null],
      ["X", 3, "\nBB\n"],
    ],
  ],
  ["the end of another block", `${begin("X")}\nAA\n${end("Y")}`, [["X", 1, null]]],
  ["an end that stands before its block", `${end("X")}\n${begin("X")}\nAA`, [["X", 2, null]]],
  ["a beginning that is cut off", "-----BEGIN X", []],
  ["a label that is no text", `${begin("X\n")}${begin("\u007f")}${begin("Y")}${end("Y")}`, [["Y", 2, ""]]],
])("the blocks of %s", (_, text, blocks) => {
  expect([...pemBlocks(text)].map(({ label, line, body }) => [label, line, body])).toEqual(blocks);
});
