import { useEffect, useState } from "preact/hooks";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import type { Settings } from "../settings/settings.ts";
import { readSettings } from "../settings/settings-store.ts";

type Change = Extract<Message, { type: "set-switches" | "set-look" | "watch-host" | "keep-recipient" }>;

interface UsedSettings {
  /** Null until they are read. */
  readonly settings: Settings | null;
  /** False when they could not be read, or the last change was not made. */
  readonly isAnswered: boolean;
  /** Says whether the change was made; never rejects. */
  readonly change: (message: Change) => Promise<boolean>;
}

/** The settings as they are stored, and the means to have the background change them. */
export function useSettings(): UsedSettings {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [isAnswered, setAnswered] = useState(true);
  const show = async (answer: Promise<Settings | undefined>) => {
    const given = await answer.catch(() => undefined);
    if (given) setSettings(given);
    setAnswered(given !== undefined);
    return given !== undefined;
  };
  useEffect(() => void show(readSettings()), []);
  return { settings, isAnswered, change: (message) => show(browser.runtime.sendMessage(message)) };
}
