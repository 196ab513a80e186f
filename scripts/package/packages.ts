import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import manifest from "../../manifest.json" with { type: "json" };
import type { Files } from "../../src/evidence/archive.ts";
import { withoutInspect } from "../manifest-for.ts";

/** The packages that people install, each with the most bytes its zip may have. */
export const PACKAGES = {
  chrome: 600 * 1024,
  "chrome-without-inspect": 600 * 1024,
  firefox: 600 * 1024,
} as const;

export type PackageName = keyof typeof PACKAGES;

const MANIFEST = "manifest.json";

/**
 * The files of a package, out of what `npm run build` made. The one without Inspect is Chrome's with another manifest: the code sees by itself
 * that it has no debugger.
 * @param built the folder that has the builds.
 */
export function filesOf(name: PackageName, built: string): Files {
  if (name !== "chrome-without-inspect") return readFolder(join(built, name));
  const files = new Map(readFolder(join(built, "chrome")));
  const given = JSON.parse(new TextDecoder().decode(files.get(MANIFEST))) as typeof manifest;
  return files.set(MANIFEST, new TextEncoder().encode(`${JSON.stringify(withoutInspect(given), null, 2)}\n`));
}

/** Every file below a folder by its path from there, with "/" on every system. */
function readFolder(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path).replaceAll("\\", "/"), readFileSync(path)]));
}
