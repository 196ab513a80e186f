import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const importing = (module: string) => `import { x } from "${module}";\nexport const y = x;\n`;

const FORBIDDEN: readonly (readonly [path: string, text: string])[] = [
  ["src/detection/a.ts", "export const y = document.title;\n"],
  ["src/certificate/b.ts", "export const y = Buffer.from([]);\n"],
  ["src/watchlist/c.ts", "export const y = chrome.runtime;\n"],
  ["src/certificate/d.ts", importing("node:fs")],
  ["src/certificate/e.ts", importing("../watchlist/watchlist.ts")],
  ["src/watchlist/f.ts", importing("../detection/assess.ts")],
  ["src/detection/rules/g.ts", importing("../../cli/inspect.ts")],
  ["src/detection/h.ts", importing("../../extension/messages.ts")],
  ["src/cli/i.ts", importing("../../extension/messages.ts")],
  ["extension/popup/j.ts", importing("webextension-polyfill")],
  ["extension/popup/p.ts", importing("../background/place.ts")],
  ["extension/background/k.ts", "export const y = chrome.runtime;\n"],
  ["extension/popup/q.ts", importing("./r.ts")],
  ["extension/popup/r.ts", 'import type { y } from "./q.ts";\nexport type x = typeof y;\n'],
];

const ALLOWED: readonly (readonly [path: string, text: string])[] = [
  ["src/detection/l.ts", importing("../watchlist/watchlist.ts")],
  ["src/cli/m.ts", importing("node:fs")],
  ["src/cli/n.ts", importing("../../extension/_locales/en/messages.json")],
  ["extension/platform/o.ts", importing("webextension-polyfill")],
];

let folder: string;
let complaints: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rootwatch-lint-"));
  cpSync("biome.json", join(folder, "biome.json"));
  for (const [path, text] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const words = ["lint", "--vcs-enabled=false", "--max-diagnostics=none", "--reporter=github"];
  const { stdout } = spawnSync(resolve("node_modules/.bin/biome"), words, { cwd: folder, encoding: "utf8" });
  complaints = stdout.split("\n").filter((line) => /noRestricted|noImportCycles/.test(line));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("the linter keeps the house in order", () => {
  it.each(FORBIDDEN)("%s may not hold: %s", (path) => {
    expect(complaints.filter((line) => line.includes(path))).toHaveLength(1);
  });

  it.each(ALLOWED)("%s may hold: %s", (path) => {
    expect(complaints.filter((line) => line.includes(path))).toHaveLength(0);
  });
});
