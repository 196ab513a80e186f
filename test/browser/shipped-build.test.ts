import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";

/** Every file below a folder with the hash of its contents. */
function hashes(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(
    paths.map((path) => [path.slice(folder.length), createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}

describe.each(["chrome", "firefox"] as const)("the shipped build for %s", (browser) => {
  it("differs from the lab build in the compiled watchlist and the names of authorities, and in nothing else", () => {
    const [shipped, lab] = [hashes(join("dist", browser)), hashes(inject("labBuild")[browser])];
    expect([...lab.keys()]).toEqual([...shipped.keys()]);
    const different = [...shipped].filter(([path, hash]) => lab.get(path) !== hash).map(([path]) => path);
    expect(different).toEqual(["/assets/authority-names.js", "/assets/watchlist.js"]);
  });

  it.each(["watchlist.js", "authority-names.js"])("does not know the lab's authority in %s", (file) => {
    const facts = (folder: string) => readFileSync(join(folder, "assets", file), "utf8");
    expect(facts(inject("labBuild")[browser])).toContain("lab-interception");
    expect(facts(join("dist", browser))).not.toContain("lab-interception");
  });
});
