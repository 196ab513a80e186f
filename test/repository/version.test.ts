import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import packageJson from "../../package.json" with { type: "json" };
import lock from "../../package-lock.json" with { type: "json" };

const [release = "", candidate] = packageJson.version.split("-rc.");
const numbers = (version: string) => version.split(".").map(Number);

it("has one name in package.json, its lock file, Chrome's manifest and at the top of the changelog", () => {
  const [, newest] = /^# Changelog\n\n## ([^\s,]+)/.exec(readFileSync("CHANGELOG.md", "utf8")) ?? [];
  expect([lock.version, manifest.version_name, newest]).toEqual(Array(3).fill(packageJson.version));
});

it("numbers a release candidate so that a browser replaces it by the next one, and by its release", () => {
  if (candidate === undefined) expect(manifest.version).toBe(release);
  else {
    const [major = 0, ...below] = numbers(manifest.version);
    expect(numbers(release)).toEqual([major + 1, 0, 0]);
    expect(below).toEqual([99, Number(candidate)]);
  }
});
