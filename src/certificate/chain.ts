import type { Certificate } from "./certificate.ts";
import { sameBytes } from "./hex.ts";
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
  /** Where paths begin: the end-entity certificates, or, when there is none, the certificates that signed no other. */
  readonly starts: readonly number[];
  /** Whether `starts` are end-entity certificates. */
  readonly endEntity: boolean;
  readonly links: readonly Link[];
  /** Every certificate that a verified path reaches from a start, starts included: from which certificate it was first reached (null for a start). */
  readonly reached: ReadonlyMap<number, number | null>;
}

/**
 * Links certificates given in any order: every certificate is checked against those whose name or key identifier its issuer fields
 * name, each pair once. When the top of the first start's path is named by no other, it is checked against the certificates left over,
 * so that what merely lies beside a chain is said to have signed nothing.
 * @param leafFirst true when a browser or server gave them, so that the first is the leaf whatever it says of itself.
 */
export async function linkChain(certificates: readonly Certificate[], leafFirst: boolean): Promise<Chain> {
  const links = await checkLinks(certificates, candidatePairs(certificates));
  const { starts, endEntity } = chooseStarts(certificates, links, leafFirst);
  const reached = reach(starts, links);
  const beside = await checkLinks(certificates, pairsBeside(certificates, starts, links, reached));
  if (!beside.some((link) => link.signature === "valid")) {
    return { certificates, starts, endEntity, links: [...links, ...beside], reached };
  }
  const all = [...links, ...beside];
  return { certificates, starts, endEntity, links: all, reached: reach(starts, all) };
}

/** The certificates from a start to this one along verified links; empty when it was not reached. */
function pathTo(chain: Chain, index: number): number[] {
  const path: number[] = [];
  let at: number | null | undefined = chain.reached.has(index) ? index : undefined;
  while (at !== null && at !== undefined) {
    path.unshift(at);
    at = chain.reached.get(at);
  }
  return path;
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

/**
 * Whether a certificate is for a host or person rather than for signing others: basic constraints do not make it a CA, and its key
 * may not sign certificates. A self-issued one without basic constraints is taken for an old root unless it carries alternative names.
 */
function isEndEntity(certificate: Certificate): boolean {
  const { basicConstraints, keyCertSign, subjectAltNames } = certificate.extensions;
  if (basicConstraints?.ca || keyCertSign) return false;
  return basicConstraints !== null || subjectAltNames.length > 0 || !isSelfIssued(certificate);
}

type Pair = readonly [child: number, issuer: number];

function candidatePairs(certificates: readonly Certificate[]): Pair[] {
  const bySubject = groupIndices(certificates, (certificate) => nameKey(certificate.subject.der));
  const byKeyId = groupIndices(certificates, (certificate) => certificate.extensions.subjectKeyId);
  return certificates.flatMap((certificate, child) => {
    const named = bySubject.get(nameKey(certificate.issuer.der)) ?? [];
    const { authorityKeyId } = certificate.extensions;
    const keyed = (authorityKeyId !== null && byKeyId.get(authorityKeyId)) || [];
    return [...new Set([...named, ...keyed])]
      .filter((issuer) => issuer !== child)
      .map((issuer): Pair => [child, issuer]);
  });
}

function pairsBeside(
  certificates: readonly Certificate[],
  starts: readonly number[],
  links: readonly Link[],
  reached: ReadonlyMap<number, number | null>,
): Pair[] {
  const roots = new Set(indicesOf(certificates, isSelfIssued));
  const top = [...reached.keys()].find((index) => !roots.has(index) && !links.some(({ child }) => child === index));
  if (starts.length !== 1 || top === undefined) return [];
  return certificates.flatMap((_, issuer): Pair[] => (reached.has(issuer) ? [] : [[top, issuer]]));
}

function checkLinks(certificates: readonly Certificate[], pairs: readonly Pair[]): Promise<Link[]> {
  return Promise.all(
    pairs.flatMap(([child, issuer]) => {
      const [below, above] = [certificates[child], certificates[issuer]];
      if (!below || !above) return [];
      return [verifySignature(below, above.spki).then((signature): Link => ({ child, issuer, signature }))];
    }),
  );
}

function chooseStarts(certificates: readonly Certificate[], links: readonly Link[], leafFirst: boolean) {
  if (leafFirst) return { starts: certificates.length > 0 ? [0] : [], endEntity: true };
  const ends = indicesOf(certificates, isEndEntity);
  if (ends.length > 0) return { starts: ends, endEntity: true };
  const all = [...certificates.keys()];
  const signers = new Set(links.filter(({ signature }) => signature === "valid").map(({ issuer }) => issuer));
  const bottom = all.filter((index) => !signers.has(index));
  return { starts: bottom.length > 0 ? bottom : all, endEntity: false };
}

function indicesOf(certificates: readonly Certificate[], is: (certificate: Certificate) => boolean): number[] {
  return certificates.flatMap((certificate, index) => (is(certificate) ? [index] : []));
}

function reach(starts: readonly number[], links: readonly Link[]): Map<number, number | null> {
  const issuersOf = new Map<number, number[]>();
  for (const { child, issuer, signature } of links) {
    if (signature === "valid") issuersOf.set(child, [...(issuersOf.get(child) ?? []), issuer]);
  }
  const reached = new Map<number, number | null>(starts.map((start) => [start, null]));
  // A Map is walked in the order of insertion, additions included: breadth first, each certificate once.
  for (const [index] of reached) {
    for (const issuer of issuersOf.get(index) ?? []) if (!reached.has(issuer)) reached.set(issuer, index);
  }
  return reached;
}

function groupIndices(certificates: readonly Certificate[], key: (certificate: Certificate) => string | null) {
  const groups = new Map<string, number[]>();
  certificates.forEach((certificate, index) => {
    const value = key(certificate);
    if (value === null) return;
    const group = groups.get(value);
    if (group) group.push(index);
    else groups.set(value, [index]);
  });
  return groups;
}

/** Bytes as a key of a Map. */
function nameKey(bytes: Uint8Array): string {
  let key = "";
  for (const byte of bytes) key += String.fromCharCode(byte);
  return key;
}
