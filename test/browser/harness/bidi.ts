import type { Browser } from "puppeteer-core";

/** Sends a WebDriver BiDi command and gives its result. @throws Error with the browser's message when it fails. */
export type SendBidi = <T>(command: string, parameters: object) => Promise<T>;

interface Evaluation {
  readonly type: "success" | "exception";
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/**
 * Puppeteer's own BiDi connection, for what its pages refuse: extension pages, browser windows. It is not part of
 * puppeteer's public interface, which is why that package is pinned.
 */
export function bidiOf(browser: Browser): SendBidi {
  const { connection } = browser as unknown as {
    connection?: { send(command: string, parameters: object): Promise<{ result: unknown }> };
  };
  if (typeof connection?.send !== "function") throw new Error("this puppeteer has no BiDi connection to send on");
  return async <T>(command: string, parameters: object) => (await connection.send(command, parameters)).result as T;
}

/**
 * Evaluates an expression to a string in a page or window, awaited if it is a promise.
 * @throws Error when it throws.
 */
export async function evaluateIn(send: SendBidi, context: string, expression: string): Promise<string | undefined> {
  const evaluation = await send<Evaluation>("script.evaluate", { target: { context }, expression, awaitPromise: true });
  if (evaluation.type === "exception") throw new Error(evaluation.exceptionDetails?.text ?? "it threw");
  return evaluation.result?.value;
}
