import { DerReader, Tag } from "./der.ts";
import { CertificateError } from "./errors.ts";
import { toHex } from "./hex.ts";

/** That a public log has promised to take in a certificate (RFC 6962 section 3.2). Its signature is not checked. */
export interface SignedTimestamp {
  /** SHA-256 of the log's key, hex. */
  readonly log: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const LOG_BYTES = 32;
/** Version, log and timestamp, which every entry begins with. */
const LEAST_BYTES = 1 + LOG_BYTES + 8;
/** The last that a `Date` can hold. */
const LAST_MOMENT = 8.64e15;

/**
 * The entries of a SignedCertificateTimestampList (RFC 6962 section 3.3).
 * @param value of the extension.
 * @throws CertificateError truncated when a length points past the end; bad-time for a moment that is no date.
 */
export function readSignedTimestamps(value: Uint8Array): readonly SignedTimestamp[] {
  const outer = new DerReader(value);
  const list = outer.contents(outer.expect(Tag.octetString, "the timestamps"));
  const view = new DataView(list.buffer, list.byteOffset, list.byteLength);
  const found: SignedTimestamp[] = [];
  for (let place = 2; place < list.length; ) {
    const length = place + 2 <= list.length ? view.getUint16(place) : list.length;
    const start = place + 2;
    if (length < LEAST_BYTES || start + length > list.length) {
      throw new CertificateError("truncated", "a timestamp ends before its end", place);
    }
    const at = Number(view.getBigUint64(start + 1 + LOG_BYTES));
    if (at > LAST_MOMENT) throw new CertificateError("bad-time", "a timestamp is later than any date", place);
    found.push({ log: toHex(list.subarray(start + 1, start + 1 + LOG_BYTES)), at });
    place = start + length;
  }
  return found;
}
