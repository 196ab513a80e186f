import { useEffect, useState } from "preact/hooks";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import { type OfferedRecipient, offeredRecipients } from "../settings/offered-recipients.ts";
import type { Recipient } from "../settings/settings.ts";
import { readPolicy } from "../settings/settings-in-force.ts";
import { readOwnSettings } from "../settings/stored-settings.ts";

interface UsedRecipients {
  /** Null until they are read. */
  readonly recipients: readonly OfferedRecipient[] | null;
  /** Has another kept in the settings. @returns whether that could be done. */
  readonly add: (entry: Recipient) => Promise<boolean>;
}

/** Everyone to whom a file can be encrypted. */
export function useRecipients(): UsedRecipients {
  const [recipients, setRecipients] = useState<readonly OfferedRecipient[] | null>(null);
  const read = () =>
    Promise.all([readOwnSettings(), readPolicy()]).then(
      (both) => setRecipients(offeredRecipients(...both)),
      // Without the settings there is nobody to offer, and an export all the same.
      () => setRecipients([]),
    );
  useEffect(() => void read(), []);
  const add = async (entry: Recipient) => {
    const message: Message = { type: "keep-recipient", entry, isKept: true };
    const answer = await browser.runtime.sendMessage(message).catch(() => undefined);
    await read();
    return answer !== undefined;
  };
  return { recipients, add };
}
