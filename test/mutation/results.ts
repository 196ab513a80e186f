import { type TestResult, TestStatus } from "@stryker-mutator/api/test-runner";
import type { Suite, Task, Test } from "@vitest/runner";

/**
 * What came of each test below a suite. Where what comes before a test has failed, so has the test.
 * @param before the failure of what holds the suite, or null.
 */
export function resultsOf(suite: Suite, idOf: (test: Test) => string, before: string | null = null): TestResult[] {
  const failure = before ?? failureOf(suite);
  return suite.tasks.flatMap((task) =>
    task.type === "suite" ? resultsOf(task, idOf, failure) : [resultOf(task, idOf(task), failure)],
  );
}

function resultOf(test: Test, id: string, before: string | null): TestResult {
  const result = { id, name: test.fullTestName, timeSpentMs: test.result?.duration ?? 0 };
  const failure = before ?? failureOf(test);
  if (failure !== null) return { ...result, status: TestStatus.Failed, failureMessage: failure };
  return { ...result, status: test.result?.state === "pass" ? TestStatus.Success : TestStatus.Skipped };
}

/** What the first error of a test or a suite itself says, or null when there is none. Anything can be thrown, also what says nothing. */
export function failureOf(task: Task): string | null {
  const [error] = task.result?.errors ?? [];
  return error ? String(error.message) : null;
}
