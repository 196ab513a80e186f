#!/usr/bin/env node
import { inspect } from "./inspect.ts";
import { report } from "./report.ts";
import { USAGE, UsageError } from "./usage.ts";
import { verify } from "./verify.ts";

const COMMANDS: ReadonlyMap<string, (words: string[]) => Promise<number>> = new Map([
  ["inspect", inspect],
  ["verify", verify],
  ["report", report],
]);

/** Runs the command the words name and gives the exit status. */
async function run([name, ...words]: string[]): Promise<number> {
  if (name === "help" || [name, ...words].includes("--help")) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const command = name === undefined ? undefined : COMMANDS.get(name);
  try {
    if (!command) throw new UsageError(name === undefined ? "a command is missing" : `there is no command "${name}"`);
    return await command(words);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`rootwatch: ${error.message}\n${USAGE}\n`);
    return 2;
  }
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads what is printed, such as `head`, may have seen enough.
  if (error.code !== "EPIPE") throw error;
  process.exit();
});
process.exitCode = await run(process.argv.slice(2));
