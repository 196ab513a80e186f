import { changesOf } from "./changes.ts";
import { survey } from "./survey.ts";
import { TestRunner } from "./test-runner.ts";
import { askUnchanged, isNoticed } from "./trial.ts";

/** What a process is to try. */
export interface Work {
  readonly files: readonly string[];
  readonly testFiles: readonly string[];
  /** The first change to try, counted from zero. */
  readonly from: number;
}

/** What a process tells of one change after the other, in their order. Before the first it says that it has `begun`. */
export type Outcome = "noticed" | "survived";

/** The process of its own in which changes are tried: some make a loop that nothing but the end of the process ends. */
const { files, testFiles, from }: Work = JSON.parse(process.argv[2] ?? "");
const { changes, changeable } = await changesOf(files);
const runner = await TestRunner.start(changeable);
const meetings = await survey(runner, testFiles);
process.send?.("begun");
for (const [index, change] of changes.entries()) {
  if (index < from) continue;
  const meeting = meetings.get(change.id);
  const outcome: Outcome = meeting && (await isNoticed(runner, change, meeting)) ? "noticed" : "survived";
  process.send?.(outcome);
  if (changes[index + 1]?.file === change.file) continue;
  const own = changes.filter(({ file }) => file === change.file);
  await askUnchanged(
    runner,
    own.flatMap(({ id }) => meetings.get(id) ?? []),
  );
  runner.forget();
}
await runner.stop();
process.disconnect();
