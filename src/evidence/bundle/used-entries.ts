import { toBase64 } from "../../watchlist/base64.ts";
import type { AuthorityDossier, Dossiers } from "../../watchlist/dossiers.ts";
import type { OwnList } from "../../watchlist/own-list.ts";
import type { Watchlist } from "../../watchlist/watchlist.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import type { BundleAuthority, BundleOwnEntry, BundleWatchlist } from "./bundle-watchlist.ts";
import { certificatesNamed } from "./contents.ts";

/** Where the entries of a bundle's watchlist come from. */
export interface EntrySources {
  readonly dossiers: Dossiers;
  /** The shipped one, which has the public keys. */
  readonly watchlist: Watchlist;
  readonly ownList: OwnList;
}

/** The entries whose keys the records name, as far as they name them openly or in what is disclosed. */
export async function usedEntries(
  records: readonly DisclosedRecord[],
  { dossiers, watchlist, ownList }: EntrySources,
): Promise<Omit<BundleWatchlist, "format">> {
  const named = new Set(records.flatMap(authoritiesOf));
  const authorities = dossiers.authorities.filter(({ id }) => named.has(id));
  return {
    date: dossiers.date,
    authorities: await Promise.all(authorities.map((authority) => withKeys(authority, watchlist))),
    own: usedOwn(records, ownList),
  };
}

function authoritiesOf({ record, shown }: DisclosedRecord): readonly (string | null)[] {
  const open = "authority" in record ? record.authority : null;
  const found = shown.findings?.map(({ authority }) => authority) ?? [];
  return [open, shown.authority ?? null, ...found];
}

async function withKeys(authority: AuthorityDossier, watchlist: Watchlist): Promise<BundleAuthority> {
  const { id, name, operator, country, expectedHosts, sources, certificates } = authority;
  return {
    ...{ id, name, operator, country, sources },
    expectedHosts: expectedHosts.map(({ mask }) => mask),
    certificates: await Promise.all(
      certificates.map(async ({ role, roleSources, position, subject, sha256, sha1, spkiSha256, subjectKeyId }) => {
        const key = spkiSha256 === null ? null : ((await watchlist.findKey(spkiSha256)?.publicKey()) ?? null);
        const publicKey = key && toBase64(key);
        return { role, roleSources, position, subject, sha256, sha1, spkiSha256, subjectKeyId, publicKey };
      }),
    ),
  };
}

/**
 * An own entry goes along where its key is shown: with its name where the reasons, which say that, are shown, and with what its certificate
 * is called where certificates are, which say that.
 */
function usedOwn(records: readonly DisclosedRecord[], { entries }: OwnList): BundleOwnEntry[] {
  const keys = new Set<string>();
  const keysWithReasons = new Set<string>();
  const keysWithCertificates = new Set<string>();
  for (const { shown } of records) {
    if (!shown.key) continue;
    if (certificatesNamed({ shown }).length > 0) keysWithCertificates.add(shown.key.spkiSha256);
    keys.add(shown.key.spkiSha256);
    if (shown.findings?.some(({ rule }) => rule === "own-entry")) keysWithReasons.add(shown.key.spkiSha256);
  }
  return entries
    .filter(({ spkiSha256 }) => keys.has(spkiSha256))
    .map(({ name, sha256, spkiSha256, publicKey, subject, subjectKeyId }) => ({
      ...{ spkiSha256, publicKey },
      ...(keysWithCertificates.has(spkiSha256) ? { sha256, subject, subjectKeyId } : HIDDEN),
      name: keysWithReasons.has(spkiSha256) ? name : null,
    }));
}

const HIDDEN = { sha256: null, subject: null, subjectKeyId: null };
