import { hashBytes } from "#hash-bytes";

/**
 * `lineHash` of each line. A bundle has a hundred thousand of them, and every call of WebCrypto crosses to another thread and back, which
 * takes ten times as long as the digest of so few bytes does here. Whoever writes a journal has a few lines at once, and no library for it.
 */
export function hashLines(lines: readonly { readonly line: string }[]): string[] {
  const utf8 = new TextEncoder();
  return lines.map(({ line }) => hashBytes(utf8.encode(line)));
}
