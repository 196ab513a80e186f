import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MutantCoverage } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { startTests } from "@vitest/runner";
import { createServer, createServerModuleRunner, type ViteDevServer } from "vite";
import type { ModuleRunner } from "vite/module-runner";
import { watchlistPlugin } from "../../scripts/watchlist-plugin.ts";
import { failureOf, resultsOf } from "./results.ts";

/** Tests that try thousands of cases for one answer, compare with another program, or try what was built; and those asked for. */
const LEFT_OUT = new Set([
  ...(process.env.MUTATION_LEFT_OUT?.split(",") ?? []),
  ...["openssl", "properties", "slow-chains"],
  ...["adversary", "every-listed-key", "innocent-neighbours", "ordinary-life", "real-chains", "selective-box"],
  "schemas",
]);
/** The same, where a file has other tests, too: such a test says so in its name. */
const LEFT_OUT_TEST = /\brandom\b/;

/** Which test files alone are tried, by their names; `own`: those named after the file that is changed. */
const TESTS = process.env.MUTATION_TESTS;

/** What changed code asks of its surroundings: which change is made, how often it may be met, and where to say that it was. */
interface Surroundings {
  activeMutant?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: MutantCoverage;
}

const surroundings: Surroundings = {};
Object.assign(globalThis, { __stryker__: surroundings });

/**
 * Runs the tests of a folder in one process, each file with all the project's modules loaded anew: so a change is made while they load,
 * too, and nothing that a module remembers outlives it. That is many times faster than a process or a thread for each file.
 */
class OneProcessRunner implements TestRunner {
  readonly #files = readdirSync(join("test", process.env.MUTATED_FOLDER ?? ""), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && !LEFT_OUT.has(basename(name, ".test.ts")))
    .filter((name) => TESTS === "own" || (TESTS?.split(",").includes(basename(name, ".test.ts")) ?? true))
    .map((name) => join("test", process.env.MUTATED_FOLDER ?? "", name));
  /** How long a file last took, in milliseconds. */
  readonly #took = new Map<string, number>();
  #server: ViteDevServer | undefined;
  #modules: ModuleRunner | undefined;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.#server = await createServer({
      configFile: false,
      appType: "custom",
      logLevel: "warn",
      plugins: [watchlistPlugin()],
      resolve: { alias: { vitest: fileURLToPath(new URL("vitest.ts", import.meta.url)) } },
      server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    });
    this.#modules = createServerModuleRunner(this.#server.environments.ssr, { hmr: false });
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    const perTest: MutantCoverage["perTest"] = {};
    for (const file of this.#files) {
      const coverage: MutantCoverage = { static: {}, perTest: {} };
      surroundings.mutantCoverage = coverage;
      const results = await this.#run(file);
      tests.push(...results);
      for (const [index, { id }] of results.entries()) {
        const met: Record<string, number> = { ...coverage.perTest[id] };
        // What is met while a file loads or prepares is met for each of its tests, but counts once.
        for (const [mutant, hits] of Object.entries(coverage.static)) {
          met[mutant] = (met[mutant] ?? 0) + (index === 0 ? hits : 1);
        }
        perTest[id] = met;
      }
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }: MutantRunOptions): Promise<MutantRunResult> {
    const own = `${basename(activeMutant.fileName, ".ts")}.test.ts`;
    const wanted = new Set(testFilter);
    const reaching = this.#files.filter((file) => [...wanted].some((id) => id.startsWith(`${file}#`)));
    const named = reaching.filter((file) => basename(file) === own);
    const files = TESTS === "own" && named.length > 0 ? named : reaching;
    const tests: TestResult[] = [];
    Object.assign(surroundings, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    // The tests named after the file first: they are the likeliest to notice. Then the quickest.
    const turn = (file: string) => (named.includes(file) ? -1 : (this.#took.get(file) ?? 0));
    for (const file of files.toSorted((a, b) => turn(a) - turn(b))) {
      tests.push(...(await this.#run(file, wanted, !disableBail)));
      if (!disableBail && tests.some(({ status }) => status === TestStatus.Failed)) break;
    }
    const timeOut = determineHitLimitReached(surroundings.hitCount, hitLimit);
    Object.assign(surroundings, { activeMutant: undefined, hitCount: undefined });
    return toMutantRunResult(timeOut ?? { status: DryRunStatus.Complete, tests }, false);
  }

  async dispose(): Promise<void> {
    await this.#modules?.close();
    await this.#server?.close();
  }

  /** @param wanted the ids of the tests to run; otherwise all. @param bail leaves out what follows the first failure. */
  async #run(file: string, wanted?: ReadonlySet<string>, bail = false): Promise<TestResult[]> {
    this.#modules?.clearCache();
    const start = performance.now();
    let failed = false;
    const idOf = ({ fullTestName }: { readonly fullTestName: string }) => `${file}#${fullTestName}`;
    const [run] = await startTests([join(process.cwd(), file)], {
      config: {
        ...{ root: process.cwd(), name: undefined, setupFiles: [], passWithNoTests: false, allowOnly: false },
        ...{
          testNamePattern: undefined,
          includeTaskLocation: false,
          tags: [],
          tagsFilter: undefined,
          strictTags: false,
        },
        ...{ testTimeout: 300_000, hookTimeout: 300_000, retry: 0, maxConcurrency: 1, chaiConfig: undefined },
        sequence: { seed: 0, hooks: "stack", setupFiles: "list" },
      },
      importFile: (path) => this.#modules?.import(path),
      onBeforeRunTask: (test) => {
        const isWanted = wanted?.has(idOf(test)) ?? !LEFT_OUT_TEST.test(test.fullTestName);
        if (!isWanted || (bail && failed)) test.mode = "skip";
        surroundings.currentTestId = test.mode === "skip" ? undefined : idOf(test);
      },
      onAfterRunTask: (test) => {
        failed ||= test.result?.state === "fail";
        surroundings.currentTestId = undefined;
      },
    });
    if (!run) throw new Error(`${file} was not run`);
    this.#took.set(file, performance.now() - start);
    const failureMessage = failureOf(run);
    if (run.tasks.length > 0 || failureMessage === null) return resultsOf(run, idOf);
    return [{ id: `${file}#`, name: file, timeSpentMs: 0, status: TestStatus.Failed, failureMessage }];
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "one-process", OneProcessRunner)];
