import { expect, test } from "vitest";
import { visibleText } from "../../src/certificate/visible-text.ts";

test.each([
  ["a right-to-left override", "\u202egoogle.com", "\\u202egoogle.com"],
  ["isolates and marks", "\u2066a\u2069\u200e\u200f\u061c", "\\u2066a\\u2069\\u200e\\u200f\\u061c"],
  ["control characters", "a\u0000b\nc\u0085\u007f", "a\\u0000b\\u000ac\\u0085\\u007f"],
  ["characters without width", "goo\u200bgle\ufeff\u00ad", "goo\\u200bgle\\ufeff\\u00ad"],
  ["letters that draw nothing", "a\u3164\u115f\ufe0f", "a\\u3164\\u115f\\ufe0f"],
  ["line and paragraph separators", "a\u2028b\u2029", "a\\u2028b\\u2029"],
  ["blanks that are not the space", "a\u00a0b\u2003c d", "a\\u00a0b\\u2003c d"],
  ["private and lone surrogate code points", "\ue000\ud800", "\\ue000\\ud800"],
  ["marks piled on a letter", `a${"\u0301".repeat(6)}`, `a${"\u0301".repeat(4)}\\u0301\\u0301`],
  ["characters beyond the first plane", "\u{e0041}x", "\\u{e0041}x"],
  ["the last character of the first plane", "\uffff", "\\uffff"],
])("shows %s as escapes", (_, text, shown) => {
  expect(visibleText(text, 100)).toBe(shown);
});

test("leaves ordinary text of any script alone", () => {
  const text = "Куәландырушы орталық, شركة, 証明書, O'Neil & Söhne <b>";
  expect(visibleText(text, 100)).toBe(text);
});

test("cuts after the stated number of characters and says so", () => {
  expect(visibleText("abcdef", 6)).toBe("abcdef");
  expect(visibleText("абв", 3)).toBe("абв");
  expect(visibleText("x".repeat(254))).toBe(`${"x".repeat(253)}…`);
  expect(visibleText("abcdefg", 6)).toBe("abcdef…");
  expect(visibleText("😀😀😀", 2)).toBe("😀😀…");
  expect(visibleText("x".repeat(1_000_000), 3)).toBe("xxx…");
});
