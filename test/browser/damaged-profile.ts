import { randomBytes } from "node:crypto";
import { closeSync, openSync, readdirSync, statSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Scratch } from "./harness/scratch.ts";

/** Where the browsers keep the databases of pages and extensions, Chromium's buckets included. */
const OF_DATABASES = /\/(IndexedDB|idb)\//;

/** As much at the beginning of each file is left as it was. */
const LEFT = 64;

/** Writes noise over the files of every database in a profile whose browser is closed. @returns how many there were. */
export function damageDatabases({ profile }: Scratch): number {
  const files = databaseFiles(profile).filter((path) => statSync(path).size > LEFT);
  for (const path of files) {
    const file = openSync(path, "r+");
    writeSync(file, randomBytes(statSync(path).size - LEFT), 0, undefined, LEFT);
    closeSync(file);
  }
  return files.length;
}

/** How long the logs are now into which Chromium writes what is new in databases, in bytes by their paths. */
export function logSizes({ profile }: Scratch): ReadonlyMap<string, number> {
  const logs = databaseFiles(profile).filter((path) => path.endsWith(".log"));
  return new Map(logs.map((path) => [path, statSync(path).size]));
}

/** Cuts off what was written since into the logs of a closed browser. @returns how many were longer. */
export function cutBack(sizes: ReadonlyMap<string, number>): number {
  const longer = [...sizes].filter(([path, size]) => statSync(path).size > size);
  for (const [path, size] of longer) truncateSync(path, size);
  return longer.length;
}

function databaseFiles(profile: string): string[] {
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => OF_DATABASES.test(path));
}
