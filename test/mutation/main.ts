import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { changesOf } from "./changes.ts";
import type { Outcome } from "./trial-process.ts";
import { tryFrom } from "./try-from.ts";

const USAGE = "npm run mutate -- FILE|FOLDER…, all of one of src/certificate, src/detection and src/evidence";

/** Tests that try thousands of cases for one answer, compare with another program, or try what was built. */
const LEFT_OUT = new Set([
  ...["openssl", "properties", "slow-chains"],
  ...["adversary", "every-listed-key", "innocent-neighbours", "ordinary-life", "real-chains", "selective-box"],
  ...["edits", "schemas"],
]);

/**
 * Changes code in many small ways, one at a time, and tells at once which changes no test of the same folder of `test/` notices. A report,
 * not a gate: docs/mutation.md says what was made of it.
 */
const paths = process.argv.slice(2).map((path) => resolve(path));
const [folder, ...others] = new Set(
  paths.map((path) => /\/src\/(certificate|detection|evidence)(?=\/|$)/.exec(path)?.[1]),
);
if (folder === undefined || others.length > 0 || !paths.every(existsSync)) {
  console.error(USAGE);
  process.exit(2);
}
const files = paths.flatMap((path) => (statSync(path).isFile() ? [path] : filesIn(path, ".ts")));
const testFiles = filesIn(`test/${folder}`, ".test.ts").filter((file) => !LEFT_OUT.has(basename(file, ".test.ts")));
const { changes } = await changesOf(files);
const outcomes: Outcome[] = [];
while (outcomes.length < changes.length) {
  const isWhole = await tryFrom({ files, testFiles, from: outcomes.length }, tell);
  // The change that was tried ended the process, or did not end.
  if (!isWhole) tell("noticed");
}

function tell(outcome: Outcome): void {
  const change = changes[outcomes.length];
  if (!change) throw new Error("There are not so many changes.");
  outcomes.push(outcome);
  const { file, line, column, code, instead } = change;
  const name = file.slice(process.cwd().length + 1);
  if (outcome === "survived") console.log(`${name}:${line}:${column}  ${code}  →  ${instead.replace(/\s+/g, " ")}`);
  if (changes[outcomes.length]?.file === file) return;
  const own = outcomes.filter((_, index) => changes[index]?.file === file);
  const survived = own.filter((each) => each === "survived").length;
  console.log(`| \`${name}\` | ${own.length} | ${own.length - survived} | ${survived} |`);
}

function filesIn(path: string, ending: string): string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(path, name))
    .sort();
}
