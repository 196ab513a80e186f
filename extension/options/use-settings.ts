import { useEffect, useState } from "preact/hooks";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import type { Settings } from "../settings/settings.ts";
import { readSettings } from "../settings/settings-store.ts";

interface UsedSettings {
  /** Null until they are read. */
  readonly settings: Settings | null;
  /** False when they could not be read, or the last change was not made. */
  readonly isAnswered: boolean;
  readonly change: (message: Extract<Message, { type: "set-switches" | "watch-host" | "keep-recipient" }>) => void;
}

/** The settings as they are stored, and the means to have the background change them. */
export function useSettings(): UsedSettings {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [isAnswered, setAnswered] = useState(true);
  const show = (answer: Promise<Settings | undefined>) => {
    answer.then(
      (given) => {
        if (given) setSettings(given);
        setAnswered(given !== undefined);
      },
      () => setAnswered(false),
    );
  };
  useEffect(() => show(readSettings()), []);
  return { settings, isAnswered, change: (message) => show(browser.runtime.sendMessage(message)) };
}
