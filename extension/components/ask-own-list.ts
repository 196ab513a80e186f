import type { OwnEntry, OwnIdentity } from "../../src/watchlist/own-entry.ts";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import type { OwnListAnswer, OwnListView } from "../views/own-list-view.ts";
import { askAgain } from "./ask-again.ts";

/** The own list as it is stored. @throws Error when the background does not answer. */
export const getOwnList = () => askAgain<OwnListView>({ type: "get-own-list" });

/** Has entries added. @throws Error when the background does not answer. */
export const addOwnEntries = (entries: readonly OwnEntry[], publicConfirmed: boolean) =>
  ask<OwnListAnswer>({ type: "add-own-entries", entries: [...entries], publicConfirmed });

/** Has an entry removed. @throws Error when the background does not answer. */
export const removeOwnEntry = ({ spkiSha256, sha256 }: OwnIdentity) =>
  ask<OwnListAnswer>({ type: "remove-own-entry", entry: { spkiSha256, sha256 } });

/** Has the stored list removed that cannot be read. @throws Error when the background does not answer. */
export const discardUnreadableOwnList = () => ask<OwnListAnswer>({ type: "discard-unreadable-own-list" });

/** Calls `listener` whenever the own list has changed, until the returned function is called. */
export function onOwnListChanged(listener: () => void): () => void {
  const receive = (message: unknown): undefined => {
    if ((message as Message).type === "own-list-changed") listener();
  };
  browser.runtime.onMessage.addListener(receive);
  return () => browser.runtime.onMessage.removeListener(receive);
}

async function ask<Answer>(message: Message): Promise<Answer> {
  const answer = await browser.runtime.sendMessage<Message, Answer | undefined>(message);
  if (!answer) throw new Error("The background gave no answer.");
  return answer;
}
