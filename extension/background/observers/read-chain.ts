import type { Certificate } from "../../../src/certificate/certificate.ts";
import { CertificateError } from "../../../src/certificate/errors.ts";
import { parseCertificate } from "../../../src/certificate/parse.ts";
import type { Observation, Unread } from "../../../src/detection/observation.ts";

/** No connection needs more; what lies beyond is not read. */
const MOST_FROM_ONE_CONNECTION = 20;

/** A certificate as a browser gives it. */
interface Given {
  readonly der: Uint8Array;
  /** SHA-256 of its key, hex, where the browser gives that ready-made. */
  readonly spkiSha256?: string;
}

/** As much of a chain as could be read, with the part of an observation that says which part that is. */
interface ReadChain {
  /** Never empty. */
  readonly certificates: readonly Certificate[];
  /** As given, unless the root or the leaf could not be read: then the rest is no path that the browser vouches for. */
  readonly basis: Extract<Observation, { certificates: unknown }>["basis"];
  readonly unread?: Unread;
}

/**
 * Reads the certificates of a chain, each by itself.
 * @param basis what the browser gave.
 * @returns null for `read` when none of them could be read; `unread` is absent when all were.
 */
export function readChain(
  given: readonly Given[],
  basis: "browser-built" | "leaf-only",
): { readonly read: ReadChain | null; readonly unread?: Unread } {
  const taken = given.slice(0, MOST_FROM_ONE_CONNECTION);
  const parsed = taken.map(({ der }) => parsedOrNull(der));
  const certificates = parsed.filter((certificate) => certificate !== null);
  const leftOut = given.length - taken.length;
  const odd = taken.filter((_, index) => parsed[index] === null);
  const [isLeafUnread, isEndRead] = [parsed[0] === null, parsed.at(-1) !== null && leftOut === 0];
  const isRootRead = basis === "browser-built" ? isEndRead : null;
  const unread = { certificates: odd, isLeafUnread, leftOut, isRootRead };
  const about = odd.length > 0 || leftOut > 0 ? { unread } : {};
  const isWhole = !isLeafUnread && isEndRead;
  return certificates.length === 0
    ? { read: null, ...about }
    : { read: { certificates, basis: isWhole ? basis : "sent", ...about }, ...about };
}

function parsedOrNull(der: Uint8Array): Certificate | null {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof CertificateError) return null;
    throw error;
  }
}
