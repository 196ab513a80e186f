import { sha256 } from "@noble/hashes/sha2.js";
import { toHex } from "../certificate/hex.ts";

/** SHA-256 of some bytes, lower-case hex, at once: for many small things, where a call of WebCrypto takes ten times as long. */
export function hashBytes(bytes: Uint8Array): string {
  return toHex(sha256(bytes));
}
