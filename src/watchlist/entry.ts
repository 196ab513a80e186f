import { hexDigest } from "../certificate/fingerprint.ts";
import { parseSubjectPublicKeyInfo } from "../certificate/public-key.ts";
import type { Authority, ListedCertificate } from "./authority.ts";
import { fromBase64 } from "./base64.ts";
import { WatchlistError } from "./watchlist-error.ts";

/** What an entry is made of. */
type KeyFacts = Pick<ListedCertificate, "publicKey" | "spkiSha256" | "subjectKeyId" | "position">;

/** A listed certificate, where it stands, and what follows from it. */
export interface Entry<Certificate = ListedCertificate> {
  /** The authority's. */
  readonly id: string;
  /** Path in the file, such as "certificates.3". */
  readonly path: string;
  readonly certificate: Certificate;
  /** SHA-256 of its key, computed where the key is known. */
  readonly keyHash: string | null;
  /** Whether other certificates may have been signed with it. */
  readonly signs: boolean;
  /** Its key identifier, if it signs; for a bare key the one that most would give it. */
  readonly keyId: string | null;
}

/** What an authority lists. @throws WatchlistError when a stated hash is not that of the stated key, or the key cannot be read. */
export function entriesOf<Certificate extends KeyFacts>({
  id,
  certificates,
}: {
  readonly id: Authority["id"];
  readonly certificates: readonly Certificate[];
}): Promise<Entry<Certificate>[]> {
  return Promise.all(
    certificates.map(async (certificate, index) => {
      const path = `certificates.${index}`;
      const { publicKey, spkiSha256, subjectKeyId, position } = certificate;
      const der = publicKey === null ? null : fromBase64(publicKey);
      const keyHash = der ? await hexDigest("SHA-256", der) : spkiSha256;
      if (spkiSha256 !== null && spkiSha256 !== keyHash) {
        throw new WatchlistError(id, `${path}.spkiSha256`, `it is not the SHA-256 of publicKey, which is ${keyHash}`);
      }
      const keyBits = der && readKeyBits(der, id, path);
      const signs = position === "root" || position === "intermediate" || position === "key";
      const usualKeyId = position === "key" && keyBits ? await hexDigest("SHA-1", keyBits) : null;
      return { id, path, certificate, keyHash, signs, keyId: signs ? (subjectKeyId ?? usualKeyId) : null };
    }),
  );
}

/** The bits that RFC 5280 section 4.2.1.2 (1) makes a key identifier of. */
function readKeyBits(der: Uint8Array<ArrayBuffer>, id: string, path: string): Uint8Array {
  try {
    return parseSubjectPublicKeyInfo(der).key;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WatchlistError(id, `${path}.publicKey`, `it is no SubjectPublicKeyInfo (${why})`);
  }
}
