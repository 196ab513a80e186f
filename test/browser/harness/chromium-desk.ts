import type { CDPSession } from "puppeteer-core";
import { poll } from "./poll.ts";

/** A page of an extension that runs none of its scripts and is in no tab strip. */
export interface ChromiumDesk {
  /** Evaluates an expression to a string, awaited if it is a promise. @throws Error when the expression throws. */
  evaluate(expression: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Opens the extension's manifest as a hidden page: a document with the extension's rights and no script. */
export async function openChromiumDesk(session: CDPSession, extensionId: string): Promise<ChromiumDesk> {
  const url = `chrome-extension://${extensionId}/manifest.json`;
  const { targetId } = await session.send("Target.createTarget", { url, hidden: true });
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: true });
  const page = session.connection()?.session(sessionId);
  if (!page) throw new Error("Chromium closed its connection");

  async function evaluate(expression: string): Promise<string | undefined> {
    const answer = await page?.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    const failure = answer?.exceptionDetails;
    if (failure) throw new Error(failure.exception?.description ?? failure.text);
    return answer?.result.value as string | undefined;
  }

  await poll("a page of the extension", async () => {
    return (await evaluate("String(document.readyState === 'complete' && typeof chrome.runtime?.id)")) === "string";
  });
  return { evaluate, close: async () => void (await session.send("Target.closeTarget", { targetId })) };
}
