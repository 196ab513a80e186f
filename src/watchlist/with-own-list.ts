import { fromBase64 } from "./base64.ts";
import { canonicalName } from "./canonical-name.ts";
import type { OwnEntry } from "./own-entry.ts";
import type { OwnList } from "./own-list.ts";
import type { OwnKey, Watchlist } from "./watchlist.ts";

/**
 * The watchlist that also answers the user's own entries, with the role `own`. A shipped entry of the same certificate or key always
 * answers in its place, and everything else the watchlist says stays as it is.
 */
export function withOwnList(shipped: Watchlist, { entries }: Pick<OwnList, "entries">): Watchlist {
  if (entries.length === 0) return shipped;
  // Otherwise an own certificate could stand before the shipped key that it holds.
  const own = entries.filter(({ spkiSha256 }) => shipped.findKey(spkiSha256) === null).map(ownKey);
  const names = new Map(own.map((key) => [key, key.subject && canonicalName(key.subject)]));
  const bySha256 = new Map(own.map((key) => [key.sha256, key]));
  const byKey = new Map(own.toReversed().map((key) => [key.spkiSha256, key]));
  return {
    ...shipped,
    findCertificate: (sha256, sha1) => shipped.findCertificate(sha256, sha1) ?? bySha256.get(sha256) ?? null,
    findKey: (spkiSha256) => shipped.findKey(spkiSha256) ?? byKey.get(spkiSha256) ?? null,
    findByKeyId: (keyId) => [
      ...shipped.findByKeyId(keyId),
      ...own.filter(({ subjectKeyId }) => subjectKeyId === keyId),
    ],
    findByName: (rfc4514) => {
      const name = canonicalName(rfc4514);
      return [...shipped.findByName(rfc4514), ...own.filter((key) => names.get(key) === name)];
    },
  };
}

function ownKey({ name, sha256, spkiSha256, subject, subjectKeyId, publicKey }: OwnEntry): OwnKey {
  return {
    role: "own",
    authority: null,
    name,
    sha256,
    sha1: null,
    spkiSha256,
    subject,
    subjectKeyId,
    publicKey: async () => fromBase64(publicKey),
  };
}
