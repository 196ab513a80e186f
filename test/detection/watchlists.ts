import shipped from "virtual:watchlist";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { nameText } from "../../src/certificate/name.ts";
import type { Role } from "../../src/watchlist/authority.ts";
import { loadWatchlist, type Watchlist } from "../../src/watchlist/watchlist.ts";
import type { X509Certificate } from "../lab/x509.ts";
import { parsed } from "./observations.ts";

/** A certificate that a watchlist has, in which role, and whose it is: "test-authority" unless told otherwise. */
export interface Listed {
  readonly certificate: X509Certificate;
  readonly role: Role;
  readonly authority?: string;
}

/** A watchlist with one authority, "test-authority", that has this one certificate in this role. */
export function watchlistOf(
  certificate: X509Certificate,
  role: Role,
  publicRoots: readonly string[] = [],
): Promise<Watchlist> {
  return watchlistOfAll([{ certificate, role }], publicRoots);
}

/** A watchlist that has these certificates. */
export async function watchlistOfAll(
  listed: readonly Listed[],
  publicRoots: readonly string[] = [],
): Promise<Watchlist> {
  const certificates = await Promise.all(listed.map(compiled));
  const ids = [...new Set(certificates.map(({ authority }) => authority))];
  return loadWatchlist({
    date: "2026-11-21",
    authorities: ids.map((id) => ({ id, country: "ZZ", expectedHosts: [] })),
    certificates,
    keys: async () => listed.map(({ certificate }) => Buffer.from(certificate.publicKey.rawData).toString("base64")),
    publicRoots,
    targets: [],
    products: [],
  });
}

/** The watchlist as it is shipped, with these certificates added to its authorities. */
export async function shippedWith(listed: readonly Listed[]): Promise<Watchlist> {
  const added = await Promise.all(listed.map(compiled));
  return loadWatchlist({ ...shipped, certificates: [...shipped.certificates, ...added] });
}

async function compiled({ certificate, role, authority = "test-authority" }: Listed) {
  const [own] = parsed([certificate]);
  if (!own) throw new Error("there is no certificate");
  const { sha256, spkiSha256 } = await fingerprints(own);
  return {
    authority,
    role,
    sha256,
    sha1: null,
    spkiSha256,
    subject: nameText(own.subject),
    subjectKeyId: own.extensions.subjectKeyId,
  };
}
