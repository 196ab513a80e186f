import { toBase64 } from "../watchlist/base64.ts";
import type { SealedRecord } from "./sealed.ts";

/** What is encrypted to the recipient of a write-only journal for one record. */
export function sealedText({ line, disclosures, certificates }: SealedRecord): string {
  return JSON.stringify({ line, disclosures, certificates: certificates.map(toBase64) });
}
