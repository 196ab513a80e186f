import { useEffect, useState } from "preact/hooks";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import type { Policy } from "../settings/policy.ts";
import type { Settings } from "../settings/settings.ts";
import { readPolicy } from "../settings/settings-in-force.ts";
import { readOwnSettings } from "../settings/stored-settings.ts";
import { underPolicy } from "../settings/under-policy.ts";
import { onSettingsChanged } from "./on-settings-changed.ts";
import { useSaving } from "./saving.tsx";

type Change = Extract<Message, { type: "set-switches" | "set-look" | "watch-host" | "keep-recipient" }>;

export interface ReadSettings {
  /** What counts. */
  readonly settings: Settings;
  /** What the user chose. */
  readonly own: Settings;
  readonly policy: Policy;
}

interface UsedSettings {
  /** Null until they are read, "unread" when they could not be. */
  readonly read: ReadSettings | null | "unread";
  /** Says whether the change was made, and has the page say so; never rejects. */
  readonly change: (message: Change) => Promise<boolean>;
}

/** The settings, kept up to date whoever changes them, and the means to have the background change them. */
export function useSettings(): UsedSettings {
  const [read, setRead] = useState<ReadSettings | null | "unread">(null);
  const tell = useSaving();
  const load = () =>
    Promise.all([readOwnSettings(), readPolicy()]).then(
      ([own, policy]) => setRead({ settings: underPolicy(own, policy), own, policy }),
      () => setRead("unread"),
    );
  useEffect(() => {
    void load();
    return onSettingsChanged(() => void load());
  }, []);
  const change = async (message: Change) => {
    const answer = await browser.runtime.sendMessage(message).catch(() => undefined);
    // Also after a change that was not made: a switch must not stand as it was pressed.
    await load();
    return answer !== undefined;
  };
  return { read, change: (message) => tell(change(message)) };
}
