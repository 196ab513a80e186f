import { fromBase64 } from "../../watchlist/base64.ts";
import { keySubject } from "../../watchlist/own-entry.ts";
import { loadWatchlist, type Watchlist } from "../../watchlist/watchlist.ts";
import type { BundleCertificate, BundleWatchlist } from "../bundle/bundle-watchlist.ts";

/** The watchlist that knows what a bundle's has of authorities, and nothing more: no own entries, public roots, targets or products. */
export async function listedKeys({ date, authorities }: BundleWatchlist): Promise<Watchlist> {
  const certificates = authorities.flatMap(({ id, certificates }) =>
    certificates.map((certificate) => ({ authority: id, ...certificate })),
  );
  const keyIds = await Promise.all(certificates.map(keyId));
  return loadWatchlist({
    date,
    authorities: [],
    certificates: certificates.map(({ authority, role, sha256, sha1, spkiSha256, subject, publicKey }, index) => ({
      ...{ authority, role, sha256, sha1, spkiSha256 },
      subject: publicKey === null ? null : subject,
      subjectKeyId: keyIds[index] ?? null,
    })),
    keys: async () => certificates.map(({ publicKey }) => publicKey),
    ...{ publicRoots: [], targets: [], products: [] },
  });
}

/** Of a bare key the identifier that it would usually be given, by which alone the certificates that it signed lead to it. */
async function keyId({ publicKey, subjectKeyId, position }: BundleCertificate): Promise<string | null> {
  if (publicKey === null) return null;
  return position === "key" ? (await keySubject(fromBase64(publicKey))).subjectKeyId : subjectKeyId;
}
