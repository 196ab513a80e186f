import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";

/** Every file below a folder with the hash of its contents. */
function hashes(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(
    paths.map((path) => [path.slice(folder.length), createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}

/** The files that are made of the fact files. */
const FACTS = [
  "/assets/authority-names.js",
  "/assets/dossiers.js",
  "/assets/watchlist-keys.json",
  "/assets/watchlist.js",
];

/** Those that name authorities. */
const NAMING = FACTS.filter((file) => !file.includes("keys"));

describe.each(["chrome", "firefox"] as const)("the shipped build for %s", (browser) => {
  it("differs from the lab build in the compiled facts and nothing else", () => {
    const [shipped, lab] = [hashes(join("dist", browser)), hashes(inject("labBuild")[browser])];
    expect([...lab.keys()]).toEqual([...shipped.keys()]);
    const different = [...shipped].filter(([path, hash]) => lab.get(path) !== hash).map(([path]) => path);
    expect(different).toEqual(FACTS);
  });

  it.each(NAMING)("does not know the lab's authority in %s", (file) => {
    const facts = (folder: string) => readFileSync(join(folder, file), "utf8");
    expect(facts(inject("labBuild")[browser])).toContain("lab-interception");
    expect(facts(join("dist", browser))).not.toContain("lab-interception");
  });

  it("has a background of at most 71 KiB as the store sends it, so that it wakes up quickly", () => {
    const assets = join("dist", browser, "assets");
    const loaded = new Set(["main.ts.js"]);
    // A Set is walked in the order of insertion, additions included.
    for (const file of loaded) {
      for (const [, name] of readFileSync(join(assets, file), "utf8").matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) {
        if (name !== undefined) loaded.add(name);
      }
    }
    expect(loaded).toContain("watchlist.js");
    // What encrypts for write-only keeping, and hashes for it, are libraries, and counted apart.
    for (const library of ["age-encryption.js", "hashes.js"]) {
      expect(loaded).toContain(library);
      loaded.delete(library);
    }
    const sizes = [...loaded].map((file) => gzipSync(readFileSync(join(assets, file)), { level: 9 }).length);
    // It was 60 before there was a journal, which the background alone may write: forming records, three places to keep them, retention.
    // The last of it reads and joins what an administrator has set: the background alone can hold somebody to it.
    // Two are drills: they are judged where the real is judged, so that they show the same.
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(71 * 1024);
  });

  it("loads the dossiers in their own page and in the one that writes them into bundles", () => {
    const folder = join("dist", browser);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.(js|html)$/.test(path),
    );
    const loading = (script: string) =>
      files.filter((path) => readFileSync(join(folder, path), "utf8").includes(`/${script}`));
    const [own, bundles] = ["dossier", "export"].map((page) => join("extension", page, "index.html"));
    expect(loading("dossiers.js")).toEqual([join("assets", "dossier.js"), join("assets", "export.js"), own, bundles]);
    expect(loading("dossier.js")).toEqual([own]);
  });
});
