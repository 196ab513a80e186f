import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Suite, startTests, type Task } from "@vitest/runner";
import { createServer, createServerModuleRunner, type ViteDevServer } from "vite";
import type { ModuleRunner } from "vite/module-runner";
import { watchlistPlugin } from "../../scripts/watchlist-plugin.ts";

/** Many random cases for one answer: such a test says so in its name. */
const LEFT_OUT = /\brandom\b/;

/** How often each change was met, by its id. */
type Meetings = Record<string, number>;

/** What changed code asks of its surroundings: which change is made, how often it may be met, and where to say that it was. */
interface Surroundings {
  activeMutant?: string | undefined;
  hitCount?: number | undefined;
  readonly hitLimit: number;
  currentTestId?: string | undefined;
  mutantCoverage?: { static: Meetings; perTest: Record<string, Meetings> };
}
let limits = { hits: Infinity, end: Infinity };
const surroundings: Surroundings = {
  // Asked at each meeting, so a loop ends that would run on within its number of meetings.
  get hitLimit() {
    return performance.now() > limits.end ? -1 : limits.hits;
  },
};
Object.assign(globalThis, { __stryker__: surroundings });

/** What became of the tests of a file. */
export interface Run {
  /** The names of the tests that were run. */
  readonly tests: readonly string[];
  /** What the first that failed says, or null. */
  readonly failure: string | null;
  /** Which changes were met while the file and its modules loaded or prepared. */
  readonly metBefore: Meetings;
  /** Which were met by each test, by its name. */
  readonly metBy: Readonly<Record<string, Meetings>>;
}

/**
 * Runs tests in this process, without the processes and threads around them, and keeps the project's modules from one file to the next:
 * that is hundreds of times faster than to begin anew each time.
 */
export class TestRunner {
  readonly #server: ViteDevServer;
  readonly #modules: ModuleRunner;
  /** What a promise was rejected with that nobody waits for, since the last run began. */
  #stray: string | null = null;

  private constructor(server: ViteDevServer) {
    this.#server = server;
    this.#modules = createServerModuleRunner(server.environments.ssr, { hmr: false });
    process.on("unhandledRejection", (reason) => {
      this.#stray ??= `nobody waits for: ${reason}`;
    });
  }

  /** @param changeable the code of some files, to be used in the place of what they have. */
  static async start(changeable: ReadonlyMap<string, string>): Promise<TestRunner> {
    const load = (id: string) => changeable.get(id);
    const server = await createServer({
      configFile: false,
      appType: "custom",
      logLevel: "warn",
      plugins: [{ name: "changeable", enforce: "pre", load }, watchlistPlugin()],
      resolve: { alias: { vitest: fileURLToPath(new URL("vitest.ts", import.meta.url)) } },
      server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    });
    return new TestRunner(server);
  }

  async stop(): Promise<void> {
    await this.#modules.close();
    await this.#server.close();
  }

  /** Has all modules loaded anew. */
  forget(): void {
    this.#modules.clearCache();
  }

  /** Runs the tests of a file. @param tests their names; then none is run after the first that failed. */
  async run(file: string, tests?: ReadonlySet<string>): Promise<Run> {
    for (const module of this.#modules.evaluatedModules.getModulesByFile(resolve(file)) ?? []) {
      this.#modules.evaluatedModules.invalidateModule(module);
    }
    const met: NonNullable<Surroundings["mutantCoverage"]> = { static: {}, perTest: {} };
    surroundings.mutantCoverage = met;
    this.#stray = null;
    const names: string[] = [];
    let failed = false;
    const [run] = await startTests([resolve(file)], {
      config: CONFIG,
      importFile: (path) => this.#modules.import(path),
      onBeforeRunTask: (test) => {
        const isWanted = tests ? tests.has(test.fullTestName) && !failed : !LEFT_OUT.test(test.fullTestName);
        if (isWanted) names.push(test.fullTestName);
        else test.mode = "skip";
        surroundings.currentTestId = isWanted ? test.fullTestName : undefined;
      },
      onAfterRunTask: (test) => {
        failed ||= test.result?.state === "fail";
        surroundings.currentTestId = undefined;
      },
    });
    if (!run) throw new Error(`${file} was not run`);
    // Node tells of such promises when it has nothing else to do.
    await setImmediate();
    return { tests: names, failure: failureIn(run) ?? this.#stray, metBefore: met.static, metBy: met.perTest };
  }

  /**
   * The same with one change made. It is taken for an endless loop where it is met a hundred times as often as without it, or is still met
   * after twenty times as long and ten seconds.
   * @param usual how often it is met and how long the file takes, in milliseconds, when it is not made.
   */
  async runWith(
    change: string,
    file: string,
    tests: ReadonlySet<string>,
    usual: { readonly times: number; readonly took: number },
  ): Promise<Run> {
    limits = { hits: usual.times * 100, end: performance.now() + usual.took * 20 + 10_000 };
    Object.assign(surroundings, { activeMutant: change, hitCount: 0 });
    try {
      const run = await this.run(file, tests);
      return (surroundings.hitCount ?? 0) > surroundings.hitLimit ? { ...run, failure: "endless loop" } : run;
    } finally {
      Object.assign(surroundings, { activeMutant: undefined, hitCount: undefined });
    }
  }
}

/** What the first error in a suite or test says, or null. Anything can be thrown, also what says nothing. */
function failureIn(task: Suite | Task): string | null {
  const [error] = task.result?.errors ?? [];
  if (error) return `${task.fullTestName}: ${error.message}`;
  if (!("tasks" in task)) return null;
  return task.tasks.reduce<string | null>((failure, each) => failure ?? failureIn(each), null);
}

const CONFIG = {
  ...{ root: process.cwd(), name: undefined, setupFiles: [], passWithNoTests: false, allowOnly: false },
  ...{ testNamePattern: undefined, includeTaskLocation: false, tags: [], tagsFilter: undefined, strictTags: false },
  ...{ testTimeout: 300_000, hookTimeout: 300_000, retry: 0, maxConcurrency: 1, chaiConfig: undefined },
  sequence: { seed: 0, hooks: "stack" as const, setupFiles: "list" as const },
};
