/**
 * What would hide, reorder, fake or paint over text: controls, formats, blanks other than the space, characters that draw nothing, and
 * more marks on one letter than any language writes.
 */
const MISLEADING = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}|(?<=\p{M}{4})\p{M}/gu;

/** Nothing in it misleads: most text is of this kind, and looking closer takes ten times as long. */
const PLAIN = /^[ -~]*$/;

/** Long enough for any DNS name (RFC 1035 section 2.3.4), so that the end of a host, which says whose it is, is never cut off. */
const LONGEST_HOST = 253;

/**
 * Text from a certificate or the network in a form that can be shown.
 * @param limit number of characters after which it is cut, with "…".
 * @returns misleading characters as `\u` escapes.
 */
export function visibleText(text: string, limit: number = LONGEST_HOST): string {
  if (text.length <= limit && PLAIN.test(text)) return text;
  const characters = [...text.slice(0, limit * 2 + 2)];
  const kept = characters.length > limit ? [...characters.slice(0, limit), "…"] : characters;
  return kept.join("").replace(MISLEADING, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).padStart(4, "0");
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex}`;
}
