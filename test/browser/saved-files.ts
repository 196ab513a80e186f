import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes a file into a folder. @returns its path. */
export function inFile(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** The files of a bundle, as Debian's unzip finds them, in a new folder inside another. @returns its path. */
export function unzipped(folder: string, bytes: Uint8Array): string {
  const place = mkdtempSync(join(folder, "unzipped-"));
  execFileSync("unzip", ["-q", inFile(folder, "to-unzip.zip", bytes), "-d", place]);
  return place;
}
