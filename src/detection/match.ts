import type { Certificate } from "../certificate/certificate.ts";
import type { Chain } from "../certificate/chain.ts";
import { hexDigest } from "../certificate/fingerprint.ts";
import { nameText } from "../certificate/name.ts";
import { type SignatureResult, verifySignature } from "../certificate/signature.ts";
import type { CertificateSummary } from "../certificate/summary.ts";
import type { ListedKey, Watchlist } from "../watchlist/watchlist.ts";
import type { MatchStrength } from "./assessment.ts";

/** A certificate of the chain and the listed key it was matched to. */
export interface Match {
  /** Index into the chain's certificates. For `signature`: the one that the listed key signed. */
  readonly certificate: number;
  readonly listed: ListedKey;
  readonly strength: MatchStrength;
  /** SHA-256 of the matched key's SubjectPublicKeyInfo, hex; null for a resemblance, which is of another key. */
  readonly key: string | null;
}

/** What was matched, and what it could not be told of. */
export interface Matches {
  /** Strongest first, nearest to the leaf first among equals; each listed key once, and of resemblances one an authority. */
  readonly matches: readonly Match[];
  /** Certificates that a listed key may have signed, by their indices: it could not be had, or not be checked with, and nothing else is proved. */
  readonly unchecked: readonly number[];
}

export const NO_MATCHES: Matches = { matches: [], unchecked: [] };

/**
 * Compares every certificate that a verified path reaches with the watchlist. The first three strengths are proof: the very
 * certificate, its public key, or a signature that verifies under a listed key which was not sent. The last two are not: a name and a
 * key identifier can be copied, so they are looked for only where nothing proves more, and only for keys of role `interception`.
 * @param live true when a browser spoke to the holder of the leaf's key; false for a file, which proves no such thing.
 * @returns never rejects: a listed key that cannot be had proves nothing, and takes away nothing else.
 */
export async function matchChain(
  chain: Chain,
  summaries: readonly CertificateSummary[],
  watchlist: Watchlist,
  live: boolean,
): Promise<Matches> {
  const reached = [...chain.reached.keys()].flatMap((index) => {
    const [certificate, summary] = [chain.certificates[index], summaries[index]];
    return certificate && summary ? [{ index, certificate, summary }] : [];
  });
  // Whoever signed another certificate, or answered a browser, holds the key; a leaf in a file may carry anybody's public key.
  const tried = await Promise.all(
    reached.map(async (item) => {
      const proofs = await proofsFor(item, watchlist, live || !chain.starts.includes(item.index));
      return { ...proofs, index: item.index };
    }),
  );
  const proofs = tried.flatMap(({ matches }) => matches);
  const proven = strongestOf(proofs, ({ listed }) => listed.spkiSha256 ?? listed);
  const provenAuthorities = new Set(proven.map(({ listed }) => listed.authority));
  const signs = reached
    .flatMap((item) => resemblances(item, chain.endEntity && chain.starts.includes(item.index), watchlist))
    .filter(({ listed }) => !provenAuthorities.has(listed.authority));
  return {
    matches: [...proven, ...strongestOf(signs, ({ listed }) => listed.authority)],
    unchecked: tried.flatMap(({ index, isUnchecked }) => (isUnchecked ? [index] : [])),
  };
}

interface Reached {
  readonly index: number;
  readonly certificate: Certificate;
  readonly summary: CertificateSummary;
}

async function proofsFor(
  { index, certificate, summary }: Reached,
  watchlist: Watchlist,
  isProvenHolder: boolean,
): Promise<{ readonly matches: readonly Match[]; readonly isUnchecked: boolean }> {
  const same = watchlist.findCertificate(summary.sha256, summary.sha1);
  const sameKey = same ?? watchlist.findKey(summary.spkiSha256);
  const own: Match[] =
    sameKey && (same || (await isHeld(certificate, isProvenHolder)))
      ? [
          {
            certificate: index,
            listed: sameKey,
            strength: same ? "certificate" : "public-key",
            key: summary.spkiSha256,
          },
        ]
      : [];
  const signers = await Promise.all(
    possibleSigners(certificate, watchlist).map(async (listed) => ({
      listed,
      ...(await signatureBy(listed, certificate)),
    })),
  );
  const signed = signers
    .filter(({ signature }) => signature === "valid")
    .map(({ listed, key }): Match => ({ certificate: index, listed, strength: "signature", key }));
  const matches = [...own, ...signed];
  const isUnchecked = matches.length === 0 && signers.some(({ signature }) => signature === "not-checkable");
  return { matches, isUnchecked };
}

/** Whether a listed key, whose SHA-256 is given too, has signed a certificate; `not-checkable` also when the key, which is kept apart, could not be had. */
async function signatureBy(
  listed: ListedKey,
  certificate: Certificate,
): Promise<{ readonly signature: SignatureResult; readonly key: string | null }> {
  const key = await listed.publicKey().catch(() => "not-had" as const);
  if (key === "not-had") return { signature: "not-checkable", key: null };
  if (key === null) return { signature: "invalid", key: null };
  return { signature: await verifySignature(certificate, key), key: await hexDigest("SHA-256", key) };
}

/** Whether the holder of a certificate's key has shown that: by the connection, or by having signed the certificate itself. */
async function isHeld(certificate: Certificate, isProvenHolder: boolean): Promise<boolean> {
  return isProvenHolder || (await verifySignature(certificate, certificate.spki)) === "valid";
}

function possibleSigners(certificate: Certificate, watchlist: Watchlist): ListedKey[] {
  const { authorityKeyId } = certificate.extensions;
  const byKeyId = authorityKeyId === null ? [] : watchlist.findByKeyId(authorityKeyId);
  return [...new Set([...byKeyId, ...watchlist.findByName(nameText(certificate.issuer))])];
}

/** A leaf's own name says nothing: TÜRKTRUST once made an authority of a site's name, and the site has other certificates of that name. */
function resemblances({ index, certificate }: Reached, isLeaf: boolean, watchlist: Watchlist): Match[] {
  const { authorityKeyId, subjectKeyId } = certificate.extensions;
  const keyIds = (isLeaf ? [authorityKeyId] : [authorityKeyId, subjectKeyId]).filter((id) => id !== null);
  const names = (isLeaf ? [certificate.issuer] : [certificate.issuer, certificate.subject]).map(nameText);
  const as = (strength: MatchStrength) => (listed: ListedKey) => ({ certificate: index, listed, strength, key: null });
  return [
    ...keyIds.flatMap((id) => watchlist.findByKeyId(id)).map(as("key-identifier")),
    ...names.flatMap((name) => watchlist.findByName(name)).map(as("name")),
  ].filter(({ listed }) => listed.role === "interception");
}

const ORDER: readonly MatchStrength[] = ["certificate", "public-key", "signature", "key-identifier", "name"];

/** Strongest first, and only the strongest of those that are about the same thing. */
function strongestOf(matches: readonly Match[], about: (match: Match) => unknown): Match[] {
  const told = new Set<unknown>();
  return matches
    .toSorted((a, b) => ORDER.indexOf(a.strength) - ORDER.indexOf(b.strength))
    .filter((match) => !told.has(about(match)) && told.add(about(match)));
}
