import { speak } from "../platform/translate.ts";
import type { Settings } from "../settings/settings.ts";
import { readOwnSettings } from "../settings/stored-settings.ts";

let speaking: Promise<void> | null = null;

/** Ready when `t` speaks the language that the user chose. Never rejects: without the settings it is the browser's. */
export function languageChosen(): Promise<void> {
  speaking ??= readOwnSettings()
    .then(({ language }) => speak(language))
    .catch(() => {
      speaking = null;
    });
  return speaking;
}

/** Has `t` speak as the settings say now. @returns the settings */
export async function speakAgain(settings: Settings): Promise<Settings> {
  speaking = null;
  await languageChosen();
  return settings;
}
