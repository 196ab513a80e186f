import { type Messages, type Sentence, sentencesOf } from "../../src/evidence/sentence.ts";
import type messages from "../_locales/en/messages.json";
import { browser } from "./browser.ts";

export type MessageKey = keyof typeof messages;

let chosen: Sentence | null = null;

/** The text of a message in the person's language, with `substitutions` in place of its placeholders. */
export function t(key: MessageKey, ...substitutions: readonly string[]): string {
  return chosen ? chosen(key, substitutions) : browser.i18n.getMessage(key, [...substitutions]);
}

/** Has `t` speak another language than the browser does; null: the browser's own. @throws as `sentencesIn`; then nothing is changed. */
export async function speak(language: string | null): Promise<void> {
  chosen = language === null ? null : await sentencesIn(language);
}

/** The sentences of Rootwatch in one of its languages. @throws TypeError when it is none of them. */
export async function sentencesIn(language: string): Promise<Sentence> {
  const file = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
  return sentencesOf((await file.json()) as Messages);
}
