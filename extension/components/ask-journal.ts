import type { Head } from "../../src/evidence/record.ts";
import type { Message } from "../messages.ts";
import type { NetworkLabel } from "../network-label.ts";
import { browser } from "../platform/browser.ts";
import type { KeepingChanges } from "../settings/settings.ts";

/** Changes what is kept, and how. @returns whether that could be done. */
export const chooseKeeping = (changes: KeepingChanges) => does({ type: "choose-keeping", changes });

/** Takes the journal of this browser session to the disk. @returns whether it could. */
export const keepSession = () => does({ type: "keep-session" });

/** Deletes everything about the journal, and the network checks. @returns whether nothing is left. */
export const wipeJournal = () => does({ type: "wipe-journal" });

/** The user has seen what went wrong with the journal. */
export const dismissJournalTrouble = () => does({ type: "dismiss-journal-trouble" });

/** Says of the network that the device is on what the user has written. */
export const labelNetwork = (label: NetworkLabel) => does({ type: "label-network", label });

/** Hands over the certificates that were read from the offered file of a tab, DER in base64. */
export const keepOffered = (tabId: number, certificates: readonly string[]) =>
  does({ type: "keep-offered", tabId, certificates: [...certificates] });

/** The journal's head once its day is closed; null without a record, and where the journal cannot be read. */
export async function sealJournal(): Promise<Head | null> {
  const message: Message = { type: "seal-journal" };
  return (await browser.runtime.sendMessage<Message, Head | null | undefined>(message)) ?? null;
}

async function does(message: Message): Promise<boolean> {
  return (await browser.runtime.sendMessage(message).catch(() => false)) === true;
}
