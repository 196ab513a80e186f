import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Outcome, Work } from "./trial-process.ts";

/** How long nothing may be heard of a change, in milliseconds. */
const LONGEST = 10 * 60 * 1000;

/**
 * Has changes tried in a process of its own, until all are or one of them ends it.
 * @param tell is called with the outcome of one change after the other.
 * @returns whether all were tried.
 * @throws {Error} when the process fails of itself, or before it has tried any; it has said why.
 */
export async function tryFrom(work: Work, tell: (outcome: Outcome) => void): Promise<boolean> {
  const child = fork(fileURLToPath(new URL("trial-process.ts", import.meta.url)), [JSON.stringify(work)]);
  let timer: NodeJS.Timeout | undefined;
  child.on("message", (told: Outcome | "begun") => {
    clearTimeout(timer);
    timer = setTimeout(() => child.kill("SIGKILL"), LONGEST);
    if (told !== "begun") tell(told);
  });
  // What it has told may arrive after its end.
  const [[code, signal]] = await Promise.all([once(child, "exit"), once(child, "disconnect")]);
  clearTimeout(timer);
  if (timer && (code === 0 || signal !== null)) return code === 0;
  throw new Error("The changes could not be tried.");
}
