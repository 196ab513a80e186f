import { expect, test } from "vitest";
import { sourceAddress, sourceLabel } from "../../extension/dossier/source-label.ts";

test.each(["https://ooni.org/post/2024-kazakhstan-report/", "http://www.lexology.com/library/"])(
  "%s is a link",
  (source) => {
    expect(sourceAddress(source)).toBe(source);
  },
);

test.each([
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  " https://example.com/",
  "ftp://example.com/",
  "https://",
  "A book, about https://example.com/",
])("%s is text, not a link", (source) => {
  expect(sourceAddress(source)).toBeNull();
  expect(sourceLabel(source)).toBe(source);
});

test.each([
  ["https://www.example.com/", "example.com"],
  ["https://bugs.example/show_bug.cgi?id=1567114", "bugs.example/show_bug.cgi?id=1567114"],
  ["http://example.com:8080/a/path/#part", "example.com:8080/a/path"],
])("%s is called %s", (source, label) => {
  expect(sourceLabel(source)).toBe(label);
});
