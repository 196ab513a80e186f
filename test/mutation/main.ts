import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Stryker } from "@stryker-mutator/core";

const USAGE = "npm run mutate -- certificate|detection|evidence [FILE…], the files as paths or patterns below src/";

/**
 * Changes the code of a folder of `src/` in many small ways, one at a time, and tells which changes no test of that folder notices. A
 * report, not a gate: docs/mutation.md says what was made of it. The whole is in out/mutation/.
 */
const [folder, ...files] = process.argv.slice(2);
if (folder === undefined || !existsSync(`test/${folder}`) || !existsSync(`src/${folder}`)) {
  console.error(USAGE);
  process.exit(2);
}
process.env.MUTATED_FOLDER = folder;
await new Stryker({
  testRunner: "one-process",
  plugins: [resolve("test/mutation/runner.ts")],
  checkerNodeArgs: ["--import", "tsx"],
  testRunnerNodeArgs: ["--import", "tsx"],
  mutate: (files.length > 0 ? files : [`${folder}/**/*.ts`]).map((file) => `src/${file}`),
  ignorePatterns: ["dist", "out"],
  // Otherwise it rewrites tsconfig.json by an interface that TypeScript no longer has.
  tsconfigFile: "none",
  reporters: ["progress-append-only", "clear-text", "json", "html"],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: `out/mutation/${folder}.json` },
  htmlReporter: { fileName: `out/mutation/${folder}.html` },
  tempDirName: "out/mutation/tmp",
  coverageAnalysis: "perTest",
  // A slow machine is no endless loop: that is counted, not timed.
  timeoutMS: 300_000,
  dryRunTimeoutMinutes: 60,
  concurrency: Number(process.env.MUTATION_WORKERS ?? 2),
}).runMutationTest();
