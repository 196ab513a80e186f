import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, test } from "vitest";

const FOLDERS = [".", "docs", "docs/train", "docs/store"];
const pages = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))).filter((path) =>
  path.endsWith(".md"),
);

describe.each(pages)("%s", (page) => {
  const text = readFileSync(page, "utf8");

  it("names no test that is not there", () => {
    const named = [...text.matchAll(/`(test\/[^`\s]+)`/g)].map(([, path = ""]) => path);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it("links to no file that is not there", () => {
    const linked = [...text.matchAll(/\]\(([^):#]+)[^):]*\)/g)].map(([, path = ""]) => join(dirname(page), path));
    expect(linked.filter((path) => !existsSync(path))).toEqual([]);
  });
});

test("each line of the threat model's tables names the test that holds it, or says that none does", () => {
  const lines = readFileSync("docs/threat-model.md", "utf8").split("\n");
  const rows = lines.filter((line) => line.startsWith("| ") && !/^\| (-+|what .*) \|/.test(line));
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) {
    const [, attempt, , holder] = row.split("|");
    expect(holder, attempt).toMatch(/`test\/.+`|not tested/);
  }
});
