import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const EXTENSION = new URL("../../extension/", import.meta.url);
const components = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".tsx"),
);

/** Attributes that are shown or read out; text between elements is the linter's to find. */
const WORDED =
  /\b(?:title|alt|placeholder|aria-(?:label|description|roledescription|valuetext|placeholder))=(?:"|\{["'`])/;

test.each(components)("%s takes every word it shows from the messages", (name) => {
  expect(WORDED.exec(readFileSync(new URL(name, EXTENSION), "utf8"))?.[0]).toBeUndefined();
});

test.each(["<p>Nothing found</p>", "<p>{name} was found</p>", "<p>\n  Nothing\n</p>"])(
  "the linter finds text that stands in a component: %s",
  (markup) => {
    const folder = mkdtempSync(join(tmpdir(), "rootwatch-lint-"));
    cpSync("biome.json", join(folder, "biome.json"));
    mkdirSync(join(folder, "extension/popup"), { recursive: true });
    writeFileSync(
      join(folder, "extension/popup/a.tsx"),
      `export const A = ({ name }: { name: string }) => ${markup};\n`,
    );
    const words = ["lint", "--vcs-enabled=false", "--reporter=github"];
    const { stdout } = spawnSync(resolve("node_modules/.bin/biome"), words, { cwd: folder, encoding: "utf8" });
    expect(stdout).toContain("noJsxLiterals");
    rmSync(folder, { recursive: true });
  },
);

test("only the platform folder imports the polyfill", () => {
  const files = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const importers = files.filter((name) =>
    /^import (?!type ).*"webextension-polyfill"|from "webextension-polyfill"/m.test(
      readFileSync(new URL(name, EXTENSION), "utf8").replaceAll(/^import type .*$/gm, ""),
    ),
  );
  expect(importers).toEqual(["platform/browser.ts"]);
});
