/** More of a text from a certificate is not shown; a name that long is there to push something else out of sight. */
const LONGEST_SHOWN = 300;

/**
 * Text that comes from a certificate or a network, made harmless to look at: control characters, characters that change the direction
 * of text and such as have no width are written as \u and their number, and what is too long is cut with "…".
 */
export function visibleText(text: string, longest: number = LONGEST_SHOWN): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
