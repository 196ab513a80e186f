import { readFile } from "node:fs/promises";
import { Instrumenter } from "@stryker-mutator/instrumenter";

/** One small change of a file, such as `<` to `<=`. */
export interface Change {
  /** By what the changed code asks whether this change is made. */
  readonly id: string;
  readonly file: string;
  /** From one. */
  readonly line: number;
  readonly column: number;
  /** The code there, of several lines the first. */
  readonly code: string;
  readonly instead: string;
}

/** The changes that StrykerJS knows for some files, in their order, and each file's code with all of them in it, none of them made. */
export async function changesOf(
  files: readonly string[],
): Promise<{ readonly changes: readonly Change[]; readonly changeable: ReadonlyMap<string, string> }> {
  const contents = new Map<string, string>();
  for (const file of files) contents.set(file, await readFile(file, "utf8"));
  const changed = await new Instrumenter(SILENT).instrument(
    [...contents].map(([name, content]) => ({ name, content, mutate: true })),
    { ignorers: [], plugins: null, excludedMutations: [] },
  );
  const changes = changed.mutants.map(({ id, fileName: file, location: { start, end }, replacement }): Change => {
    const line = contents.get(file)?.split("\n")[start.line] ?? "";
    const code = start.line === end.line ? line.slice(start.column, end.column) : `${line.slice(start.column)} …`;
    return { id, file, line: start.line + 1, column: start.column + 1, code, instead: replacement };
  });
  return { changes, changeable: new Map(changed.files.map(({ name, content }) => [name, content])) };
}

const no = () => false;
const nothing = () => undefined;
const SILENT = {
  ...{
    isTraceEnabled: no,
    isDebugEnabled: no,
    isInfoEnabled: no,
    isWarnEnabled: no,
    isErrorEnabled: no,
    isFatalEnabled: no,
  },
  ...{ trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing },
};
