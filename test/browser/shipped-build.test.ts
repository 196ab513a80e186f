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

const assetOf = (browser: string, name: string) => readFileSync(join("dist", browser, "assets", name), "utf8");

/** These scripts and every one that has to be there before they run. */
function loadedFrom(browser: string, scripts: readonly string[]): Set<string> {
  const loaded = new Set(scripts);
  // A Set is walked in the order of insertion, additions included.
  for (const file of loaded) {
    for (const [, name] of assetOf(browser, file).matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) {
      if (name !== undefined) loaded.add(name);
    }
  }
  return loaded;
}

/** As the store sends them, in bytes. */
const gzipped = (browser: string, scripts: ReadonlySet<string>): number =>
  [...scripts].reduce((sum, name) => sum + gzipSync(assetOf(browser, name), { level: 9 }).length, 0);

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

  it("has a background of at most 72 KiB as the store sends it, so that it wakes up quickly", () => {
    const loaded = loadedFrom(browser, ["main.ts.js"]);
    expect(loaded).toContain("watchlist.js");
    // What encrypts for write-only keeping, and hashes for it, are libraries, and counted apart.
    for (const library of ["age-encryption.js", "hashes.js"]) {
      expect(loaded).toContain(library);
      loaded.delete(library);
    }
    // It was 60 before there was a journal, which the background alone may write: forming records, three places to keep them, retention.
    // The last of it reads and joins what an administrator has set: the background alone can hold somebody to it.
    // Two are drills: they are judged where the real is judged, so that they show the same. One is that what the popup needs too lies in
    // a file of its own, so that pages load half as much; two files compress less well than one.
    expect(gzipped(browser, loaded)).toBeLessThanOrEqual(72 * 1024);
  });

  it("has a popup that waits for at most 30 KiB of scripts before it shows anything", () => {
    const page = readFileSync(join("dist", browser, "extension", "popup", "index.html"), "utf8");
    const scripts = [...page.matchAll(/src="\/assets\/([^"]+)"/g)].flatMap(([, name]) => name ?? []);
    const loaded = loadedFrom(browser, scripts);
    expect(loaded).toContain("popup.js");
    expect(gzipped(browser, loaded)).toBeLessThanOrEqual(30 * 1024);
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
