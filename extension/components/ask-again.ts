import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";

/** How long the background may take before it is asked again, in milliseconds. */
const PATIENCE = 5000;
/** How often it is asked. */
const TURNS = 4;

/**
 * What the background answers to a message that only asks. It can be ended in the middle of its answer, and no browser promises to say so:
 * it is asked again then, and whichever answer comes counts. @throws Error when none comes.
 */
export async function askAgain<Answer>(message: Message): Promise<Answer> {
  const asked: Promise<Answer>[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    asked.push(ask(message));
    const answer = await Promise.race([Promise.any(asked).catch(() => "none" as const), silence()]);
    if (answer !== "none") return answer;
  }
  throw new Error("The background gave no answer.");
}

async function ask<Answer>(message: Message): Promise<Answer> {
  const answer = await browser.runtime.sendMessage<Message, Answer | undefined>(message);
  if (answer === undefined) throw new Error("The background is not there.");
  return answer;
}

const silence = () => new Promise<"none">((end) => setTimeout(() => end("none"), PATIENCE));
