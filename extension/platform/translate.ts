import type messages from "../_locales/en/messages.json";
import { browser } from "./browser.ts";

export type MessageKey = keyof typeof messages;

/** The text of a message in the person's language, with `substitutions` in place of its placeholders. */
export function t(key: MessageKey, ...substitutions: readonly string[]): string {
  return browser.i18n.getMessage(key, [...substitutions]);
}
