import { hexDigest } from "../certificate/fingerprint.ts";

/** SHA-256 of a line's bytes without its line end, lower-case hex: what `printf %s LINE | sha256sum` prints. */
export function lineHash(line: string): Promise<string> {
  return hexDigest("SHA-256", new TextEncoder().encode(line));
}
