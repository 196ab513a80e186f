import type { Certificate } from "../../certificate/certificate.ts";
import { linkChain } from "../../certificate/chain.ts";
import { verifySignature } from "../../certificate/signature.ts";
import { summarise } from "../../certificate/summary.ts";
import { type Match, matchChain } from "../../detection/match.ts";
import type { Role } from "../../watchlist/authority.ts";
import type { Watchlist } from "../../watchlist/watchlist.ts";
import type { DisclosedRecord } from "../disclosed.ts";

/** What of a record can be shown without believing the witness: whose key made the leaf. */
export interface Stands extends Signer {
  readonly seq: number;
  /** The end-entity certificate, whose signature is meant. */
  readonly leaf: Certificate;
}

/** A key of an authority that signatures lead to. */
interface Signer {
  /** Identifier of the authority. */
  readonly authority: string;
  readonly role: Role;
  /** SHA-256 of the key's SubjectPublicKeyInfo, hex. */
  readonly key: string;
}

/**
 * Which records stand without the witness: those whose leaf leads, over signatures that verify, to a key that the watchlist has of an
 * authority. Computed from the certificates alone, whatever the record says. That a leaf is itself listed does not count: such
 * certificates are published, and anyone can put one in. Nor do the user's own entries, whose keys anyone can make.
 * @param certificates as `readCertificates` gives them.
 */
export async function whatStands(
  records: readonly DisclosedRecord[],
  certificates: ReadonlyMap<string, Certificate>,
  watchlist: Watchlist,
): Promise<Stands[]> {
  const named = (hashes: readonly string[]) => hashes.flatMap((hash) => certificates.get(hash) ?? []);
  const above = remembered((hashes) => signersOf(named(hashes), watchlist, true));
  const ofLeaf = remembered(async ([leaf = "", ...issuers]) => {
    const signer = await signerAmong(issuers, leaf, certificates);
    return signer === null
      ? signersOf(named([leaf]), watchlist, false)
      : above([signer, ...issuers.filter((issuer) => issuer !== signer)]);
  });
  const found = records.map(async ({ record, shown }): Promise<Stands[]> => {
    const hash = shown.leaf ?? "";
    const leaf = certificates.get(hash);
    if (!leaf) return [];
    return (await ofLeaf([hash, ...(shown.issuers ?? [])])).map((signer) => ({ seq: record.seq, leaf, ...signer }));
  });
  return (await Promise.all(found)).flat();
}

/** The first of the issuers, by their hashes, whose key made the leaf's signature; null when none did. */
async function signerAmong(
  issuers: readonly string[],
  leafHash: string,
  certificates: ReadonlyMap<string, Certificate>,
): Promise<string | null> {
  const leaf = certificates.get(leafHash);
  for (const hash of issuers) {
    const issuer = certificates.get(hash);
    if (leaf && issuer && (await verifySignature(leaf, issuer.spki)) === "valid") return hash;
  }
  return null;
}

/**
 * The strongest match of each authority along a verified path from the first certificate.
 * @param hasSigned whether the first is known to have signed another; else it is a leaf by itself, and counts only by who signed it.
 */
async function signersOf(
  certificates: readonly Certificate[],
  watchlist: Watchlist,
  hasSigned: boolean,
): Promise<readonly Signer[]> {
  const chain = await linkChain(certificates, true);
  const { matches } = await matchChain(chain, await Promise.all(certificates.map(summarise)), watchlist, hasSigned);
  const signers = matches.flatMap(({ listed, key, strength }: Match): Signer[] => {
    const counts = hasSigned || strength === "signature";
    if (listed.role === "own" || key === null || !counts) return [];
    return [{ authority: listed.authority, role: listed.role, key }];
  });
  return signers.filter(
    ({ authority }, index) => signers.findIndex((signer) => signer.authority === authority) === index,
  );
}

type Ask = (hashes: readonly string[]) => Promise<readonly Signer[]>;

/** Asks once for the same certificates in the same order. */
function remembered(ask: Ask): Ask {
  const answers = new Map<string, Promise<readonly Signer[]>>();
  return (hashes) => {
    const id = hashes.join(" ");
    const answer = answers.get(id) ?? ask(hashes);
    answers.set(id, answer);
    return answer;
  };
}
