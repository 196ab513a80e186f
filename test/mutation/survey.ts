import type { TestRunner } from "./test-runner.ts";

/** How tests meet a change while none is made. */
export interface Meeting {
  /** The names of the tests, and how long all tests of their file take, in milliseconds; by their file, the quickest first. */
  readonly tests: Map<string, { readonly names: Set<string>; readonly took: number }>;
  /** How often they meet it, all together. */
  times: number;
  /** Whether it is met while modules load, or while tests are prepared. */
  isWhileLoading: boolean;
}

/**
 * Which tests meet which change, by its id.
 * @throws {Error} when a test fails without any change.
 */
export async function survey(runner: TestRunner, testFiles: readonly string[]): Promise<ReadonlyMap<string, Meeting>> {
  const runs = [];
  for (const file of testFiles) {
    runner.forget();
    const start = performance.now();
    const run = await runner.run(file);
    if (run.failure !== null) throw new Error(`${file} fails without a change: ${run.failure}`);
    runs.push({ ...run, file, took: performance.now() - start });
  }
  const meetings = new Map<string, Meeting>();
  for (const { file, took, tests, metBefore, metBy } of runs.sort((a, b) => a.took - b.took)) {
    const note = (change: string, times: number, names: readonly string[], isWhileLoading: boolean) => {
      const meeting = meetings.get(change) ?? { tests: new Map(), times: 0, isWhileLoading };
      const { names: known } = meeting.tests.get(file) ?? { names: [] };
      meeting.tests.set(file, { names: new Set([...known, ...names]), took });
      meeting.times += times;
      meeting.isWhileLoading ||= isWhileLoading;
      meetings.set(change, meeting);
    };
    for (const [change, times] of Object.entries(metBefore)) note(change, times, tests, true);
    for (const [test, met] of Object.entries(metBy)) {
      for (const [change, times] of Object.entries(met)) note(change, times, [test], false);
    }
  }
  return meetings;
}
