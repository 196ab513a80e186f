import type { Reporter, TestModule } from "vitest/node";

/** Prints, as the very last line, how many tests passed, failed and were skipped. */
export default class CountingReporter implements Reporter {
  private counts: string | null = null;

  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string) => states.filter((found) => found === state).length;
    // What fails before its tests fails none of them.
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const broken = suites.filter((suite) => suite.errors().length > 0).length;
    this.counts = `${count("passed")} passed, ${count("failed") + broken} failed, ${count("skipped")} skipped`;
    // The default reporter prints its summary after this; what is written on exit comes last.
    process.once("exit", () => process.stdout.write(`${this.counts}\n`));
  }
}
