import { setTimeout as delay } from "node:timers/promises";

/**
 * Asks again and again until the answer is neither false, null nor undefined, and returns that answer.
 * @param what Names the thing awaited in the error.
 * @throws Error when no such answer came within the time (milliseconds, 30,000 by default).
 */
export async function poll<T>(
  what: string,
  ask: () => Promise<T | false | null | undefined>,
  timeoutMs = 30_000,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  while (true) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`${what}: not within ${timeoutMs} ms`);
    await delay(15);
  }
}

/**
 * The promise's result, if it comes in time.
 * @throws Error naming `what` when it does not come within the time (milliseconds).
 */
export async function within<T>(what: string, timeoutMs: number, promise: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const late = delay(timeoutMs, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`${what}: not within ${timeoutMs} ms`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    timer.abort();
    late.catch(() => {});
  }
}
