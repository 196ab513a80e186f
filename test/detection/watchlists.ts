import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { nameText } from "../../src/certificate/name.ts";
import type { Role } from "../../src/watchlist/authority.ts";
import { loadWatchlist, type Watchlist } from "../../src/watchlist/watchlist.ts";
import type { X509Certificate } from "../lab/x509.ts";
import { parsed } from "./observations.ts";

/** A watchlist with one authority, "test-authority", that has this one certificate in this role. */
export async function watchlistOf(
  certificate: X509Certificate,
  role: Role,
  publicRoots: readonly string[] = [],
): Promise<Watchlist> {
  const [own] = parsed([certificate]);
  if (!own) throw new Error("there is no certificate");
  const { sha256, spkiSha256 } = await fingerprints(own);
  return loadWatchlist({
    date: "2026-11-21",
    authorities: [{ id: "test-authority", name: "Test Authority", country: "ZZ", operator: "Test" }],
    certificates: [
      {
        authority: "test-authority",
        role,
        sha256,
        sha1: null,
        spkiSha256,
        subject: nameText(own.subject),
        subjectKeyId: own.extensions.subjectKeyId,
        publicKey: Buffer.from(own.spki).toString("base64"),
      },
    ],
    publicRoots,
  });
}
