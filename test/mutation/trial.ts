import { basename } from "node:path";
import type { Change } from "./changes.ts";
import type { Meeting } from "./survey.ts";
import type { TestRunner } from "./test-runner.ts";

/** Whether a test that meets a change fails when it is made. Those named after the changed file are asked first, then the quickest. */
export async function isNoticed(runner: TestRunner, change: Change, meeting: Meeting): Promise<boolean> {
  const isOwn = (file: string) => basename(file, ".test.ts") === basename(change.file, ".ts");
  try {
    for (const [file, { names, took }] of [...meeting.tests].sort(([a], [b]) => Number(isOwn(b)) - Number(isOwn(a)))) {
      if (meeting.isWhileLoading) runner.forget();
      const { failure } = await runner.runWith(change.id, file, names, { times: meeting.times, took });
      if (failure !== null) return true;
    }
    return false;
  } finally {
    if (meeting.isWhileLoading) runner.forget();
  }
}

/**
 * Runs the tests of some meetings once more without a change.
 * @throws {Error} when one fails: then something changed outlived its trial, and what was told of these changes may be wrong.
 */
export async function askUnchanged(runner: TestRunner, meetings: readonly Meeting[]): Promise<void> {
  for (const file of new Set(meetings.flatMap(({ tests }) => [...tests.keys()]))) {
    const { failure } = await runner.run(file);
    if (failure !== null) throw new Error(`${file} fails after changes that are no longer made: ${failure}`);
  }
}
