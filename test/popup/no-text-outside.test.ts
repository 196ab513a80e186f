import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const EXTENSION = new URL("../../extension/", import.meta.url);
const components = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".tsx"),
);

test.each(components)("%s takes every word it shows from the messages", (name) => {
  const source = readFileSync(new URL(name, EXTENSION), "utf8");
  const words = /<[^<>\n]*[^=\s]>[^<>{}();=\n]*\p{L}[^<>{}();=\n]*<\/|(?:title|alt|placeholder|aria-label)="/u;
  expect(words.exec(source)?.[0]).toBeUndefined();
});

test("only the platform folder imports the polyfill", () => {
  const files = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const importers = files.filter((name) =>
    /^import (?!type ).*"webextension-polyfill"|from "webextension-polyfill"/m.test(
      readFileSync(new URL(name, EXTENSION), "utf8").replaceAll(/^import type .*$/gm, ""),
    ),
  );
  expect(importers).toEqual(["platform/browser.ts"]);
});
