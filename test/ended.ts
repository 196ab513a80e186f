import { runInNewContext } from "node:vm";

/** What a computation gives. @throws Error when it has not ended in 50 seconds: it might hold up everything for ever. */
export const ended = <Value>(compute: () => Value): Value =>
  runInNewContext("compute()", { compute }, { timeout: 50_000 });
