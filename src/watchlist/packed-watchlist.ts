import { toHex } from "../certificate/hex.ts";
import { fromBase64 } from "./base64.ts";
import { type Columns, fromColumns, toColumns } from "./columns.ts";
import type { CompiledCertificate, CompiledWatchlist, KeySource } from "./compile.ts";
import { PREFIX_LENGTH } from "./hash-prefix.ts";

/**
 * The compiled watchlist as it stands in the file that is shipped. What is hex in it is base64 here, as the keys are: that spares the
 * background three kilobytes of gzip.
 */
export interface PackedWatchlist extends Omit<CompiledWatchlist, "certificates" | "keys" | "publicRoots"> {
  readonly certificates: Columns<CompiledCertificate>;
  /** All in one. */
  readonly publicRoots: string;
}

/** Packs everything but the keys, which come from elsewhere. */
export function packWatchlist({ certificates, keys: _, publicRoots, ...rest }: CompiledWatchlist): PackedWatchlist {
  return {
    ...rest,
    certificates: toColumns(certificates.map((certificate) => recode(certificate, toBase64))),
    publicRoots: toBase64(publicRoots.join("")),
  };
}

/** What was packed, with its keys from this source. */
export function unpackWatchlist(
  { certificates, publicRoots, ...rest }: PackedWatchlist,
  keys: KeySource,
): CompiledWatchlist {
  return {
    ...rest,
    keys,
    certificates: fromColumns(certificates).map((certificate) => recode(certificate, toHexText)),
    publicRoots: toHexText(publicRoots).match(new RegExp(`.{${PREFIX_LENGTH}}`, "g")) ?? [],
  };
}

/** A certificate with everything in it that is hex, or stands for hex, written otherwise. */
function recode(certificate: CompiledCertificate, write: (text: string) => string): CompiledCertificate {
  const { sha256, sha1, spkiSha256, subjectKeyId } = certificate;
  return {
    ...certificate,
    sha256: sha256 && write(sha256),
    sha1: sha1 && write(sha1),
    spkiSha256: spkiSha256 && write(spkiSha256),
    subjectKeyId: subjectKeyId && write(subjectKeyId),
  };
}

const toHexText = (base64: string): string => toHex(fromBase64(base64));

/** Without the padding, which `fromBase64` does not need. */
function toBase64(hex: string): string {
  const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, "");
}
