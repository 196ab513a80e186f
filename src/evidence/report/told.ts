import { NoSuchMessageError, type Sentence } from "../sentence.ts";
import { given, type Html, html, sentenceHtml } from "./html.ts";

/**
 * The sentence `family_member`, or null where there is none: a bundle may be of a newer Rootwatch, or made up.
 * @param parts what is put into it.
 */
export function sentenceOrNull(
  sentence: Sentence,
  family: string,
  member: string,
  parts: readonly (string | Html)[] = [],
): Html | null {
  try {
    return sentenceHtml(sentence, `${family}_${member}`, parts);
  } catch (error) {
    if (error instanceof NoSuchMessageError) return null;
    throw error;
  }
}

/** The same, or the member's own name where there is no sentence. */
export function told(sentence: Sentence, family: string, member: string): Html {
  return sentenceOrNull(sentence, family, member) ?? html`${given(member)}`;
}
