import en from "../../extension/_locales/en/messages.json";
import kk from "../../extension/_locales/kk/messages.json";
import ru from "../../extension/_locales/ru/messages.json";
import { type Sentence, sentencesOf } from "../evidence/sentence.ts";
import { UsageError } from "./usage.ts";

const LANGUAGES: ReadonlyMap<string, Sentence> = new Map([
  ["en", sentencesOf(en)],
  ["ru", sentencesOf(ru)],
  ["kk", sentencesOf(kk)],
]);

/** The sentences of the extension in the language of `--lang`: "en", "ru" or "kk". @throws UsageError for any other. */
export function sentencesIn(language: string): Sentence {
  const sentences = LANGUAGES.get(language);
  if (!sentences) throw new UsageError(`--lang ${language}: one of ${[...LANGUAGES.keys()].join(", ")} is wanted`);
  return sentences;
}

/** A sentence of the extension's English locale, so that both say the same. */
export const sentence: Sentence = sentencesIn("en");
