import type { Certificate } from "./certificate.ts";
import { sameBytes, toHex } from "./hex.ts";
import { shortName } from "./name.ts";
import { type SignatureResult, verifySignature } from "./signature.ts";

/** A signature that was checked between two of the given certificates, by their indices. */
interface Link {
  readonly child: number;
  readonly issuer: number;
  readonly signature: SignatureResult;
}

/** Certificates and what was shown about who signed whom. */
export interface Chain {
  readonly certificates: readonly Certificate[];
  /** Where paths begin: the end-entity certificates, or, when there is none, the certificates that signed none of those before them. */
  readonly starts: readonly number[];
  /** Whether `starts` are end-entity certificates. */
  readonly endEntity: boolean;
  readonly links: readonly Link[];
  /** False when there were more signatures to check than are checked, so that a path may not have been found. */
  readonly complete: boolean;
  /** Every certificate that a verified path reaches from a start, starts included: from which it was first reached (null for a start). */
  readonly reached: ReadonlyMap<number, number | null>;
}

/** A thousand certificates of one name would ask for a million checks; nearest to the leaf are made first, and no more than these. */
const MOST_CHECKS = 4_000;

/** Among no more certificates than these, one that names none of the others is checked against all of them. */
const FEW = 20;

/**
 * Walks up from the leaf over signatures that hold, through certificates given in any order. An issuer is looked for by the name and the
 * key identifier that a certificate gives; each pair is checked at most once. In a short chain a certificate that names none of the
 * others is checked against them all the same, so that what merely lies beside a chain is said to have signed nothing.
 * @param leafFirst true when a browser or server gave them, so that the first is the leaf whatever it says of itself.
 * @param validated true when a browser has validated them as a path: each is reached from the one before, also where the signature
 * between them is one that we cannot check.
 */
export async function linkChain(
  certificates: readonly Certificate[],
  leafFirst: boolean,
  validated = false,
): Promise<Chain> {
  const issuersOf = possibleIssuers(certificates);
  const leaves = leafFirst ? certificates.slice(0, 1).map(() => 0) : endEntities(certificates, issuersOf);
  const endEntity = leaves.length > 0;
  const starts: number[] = [];
  const reached = new Map<number, number | null>();
  const links: Link[] = [];
  const walked = new Set<number>();
  const others = leaves.length <= 1 && certificates.length <= FEW ? [...certificates.keys()] : [];
  for (const start of endEntity ? leaves : lowestFirst(issuersOf)) {
    if (!endEntity && reached.has(start)) continue;
    starts.push(start);
    reached.set(start, null);
    // A Map is walked in the order of insertion, additions included: breadth first, each certificate once.
    for (const [child] of reached) {
      const certificate = certificates[child];
      if (!certificate || walked.has(child)) continue;
      walked.add(child);
      const named = issuersOf[child] ?? [];
      const tried = (named.length > 0 || !endEntity || isSelfIssued(certificate) ? named : others)
        .filter((issuer) => issuer !== child && (child === start || !reached.has(issuer)))
        .slice(0, MOST_CHECKS + 1 - links.length);
      const results = await Promise.all(
        tried.map((issuer) => verifySignature(certificate, spkiOf(certificates, issuer))),
      );
      tried.forEach((issuer, index) => {
        const signature = results[index] ?? "not-checkable";
        links.push({ child, issuer, signature });
        if (signature === "valid" && !reached.has(issuer)) reached.set(issuer, child);
      });
    }
  }
  if (validated) {
    for (const index of certificates.keys()) if (!reached.has(index)) reached.set(index, index - 1);
  }
  return { certificates, starts, endEntity, links, complete: links.length <= MOST_CHECKS, reached };
}

/** The longest way up from the first start along verified links, one certificate after another. */
export function mainPath(chain: Chain): number[] {
  let best: number[] = [];
  for (const index of chain.reached.keys()) {
    const path = pathTo(chain, index);
    if (path[0] === chain.starts[0] && path.length > best.length) best = path;
  }
  return best;
}

/** Whether issuer and subject are the same name. */
export function isSelfIssued({ issuer, subject }: Certificate): boolean {
  return sameBytes(issuer.der, subject.der);
}

function pathTo({ reached }: Chain, index: number): number[] {
  const path: number[] = [];
  for (let at: number | null | undefined = index; at !== null && at !== undefined; at = reached.get(at))
    path.unshift(at);
  return path;
}

/** For each certificate those whose subject or key identifier its issuer fields name; those that fit in both ways first. */
function possibleIssuers(certificates: readonly Certificate[]): number[][] {
  const bySubject = indicesBy(certificates, ({ subject }) => toHex(subject.der));
  const byKeyId = indicesBy(certificates, ({ extensions }) => extensions.subjectKeyId);
  return certificates.map(({ issuer, extensions }, child) => {
    const named = bySubject.get(toHex(issuer.der)) ?? new Set();
    const keyed = byKeyId.get(extensions.authorityKeyId) ?? new Set();
    const both = [...keyed].filter((index) => named.has(index));
    return [...new Set([...both, ...keyed, ...named])].filter((index) => index !== child);
  });
}

/** Indices of the certificates that have each key, without those that have none. */
function indicesBy(certificates: readonly Certificate[], keyOf: (certificate: Certificate) => string | null) {
  const groups = new Map<string | null, Set<number>>();
  certificates.forEach((certificate, index) => {
    const key = keyOf(certificate);
    if (key !== null) groups.set(key, (groups.get(key) ?? new Set()).add(index));
  });
  return groups;
}

function endEntities(certificates: readonly Certificate[], issuersOf: readonly number[][]): number[] {
  const issuers = new Set(issuersOf.flat());
  return certificates.flatMap((certificate, index) =>
    isEndEntity(certificate) || (namesHost(certificate) && !issuers.has(index)) ? [index] : [],
  );
}

/** Some boxes make leaves that call themselves CAs, and browsers take them. */
function namesHost({ extensions }: Certificate): boolean {
  return extensions.subjectAltNames.some((name) => /^(dns|ip):/.test(name));
}

/** All indices, those first that no other certificate names as its issuer. */
function lowestFirst(issuersOf: readonly number[][]): number[] {
  const named = new Set(issuersOf.flat());
  return [...issuersOf.keys()].toSorted((a, b) => Number(named.has(a)) - Number(named.has(b)));
}

/**
 * Whether a certificate is for a host or person rather than for signing others: basic constraints do not make it a CA, and its key
 * may not sign certificates. A self-issued one without basic constraints is taken for an old root unless it carries alternative names,
 * or is named after a host: several certificates that were forged in China in 2014 have no extension at all.
 */
function isEndEntity(certificate: Certificate): boolean {
  const { basicConstraints, keyCertSign, subjectAltNames } = certificate.extensions;
  if (basicConstraints?.ca || keyCertSign) return false;
  if (basicConstraints !== null || subjectAltNames.length > 0 || !isSelfIssued(certificate)) return true;
  return /^(\*\.)?([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/i.test(shortName(certificate.subject));
}

const NOTHING = new Uint8Array(0);

function spkiOf(certificates: readonly Certificate[], index: number): Uint8Array {
  return certificates[index]?.spki ?? NOTHING;
}
