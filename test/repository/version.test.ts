import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import packageJson from "../../package.json" with { type: "json" };

const [release = "", candidate] = packageJson.version.split("-");

it("has one name in package.json, in Chrome's manifest and at the top of the changelog", () => {
  expect(manifest.version_name).toBe(packageJson.version);
  expect(readFileSync("CHANGELOG.md", "utf8")).toMatch(new RegExp(`^# Changelog\n\n## ${packageJson.version}\\b`));
});

it("numbers a release candidate below its release, so that a browser replaces it", () => {
  if (candidate === undefined) expect(manifest.version).toBe(release);
  else expect(manifest.version.localeCompare(release, "en", { numeric: true })).toBeLessThan(0);
});
