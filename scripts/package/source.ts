import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Files } from "../../src/evidence/archive.ts";

const git = (...words: readonly string[]): string => execFileSync("git", words, { encoding: "utf8" });

/**
 * Every file of the last commit.
 * @throws Error when something was changed since: the packages would not be made of this source.
 */
export function committedFiles(): Files {
  const changed = git("status", "--porcelain");
  if (changed !== "")
    throw new Error(`Commit first; the source would not be what the packages are made of:\n${changed}`);
  const names = git("ls-files", "-z").split("\0").filter(Boolean);
  return new Map(names.map((name) => [name, readFileSync(name)]));
}
