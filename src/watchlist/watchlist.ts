import type { Name } from "../certificate/name.ts";
import { once } from "../once.ts";
import { fromBase64 } from "./base64.ts";
import { canonicalName } from "./canonical-name.ts";
import type { CompiledAuthority, CompiledCertificate, CompiledWatchlist } from "./compile.ts";
import { hashPrefix } from "./hash-prefix.ts";
import { matchesMask } from "./host-mask.ts";
import { type Product, productFinder } from "./inspection-products.ts";
import { type Target, targetFinder } from "./targets.ts";

/** A certificate or key that somebody lists: the project, or the user. */
export type ListedKey = ShippedKey | OwnKey;

/** One that the user chose to watch; it belongs to no authority. */
export interface OwnKey extends Omit<ShippedKey, "authority" | "role"> {
  readonly authority: null;
  readonly role: "own";
  /** What the user calls it. */
  readonly name: string;
}

/** A certificate or key of the shipped watchlist. */
interface ShippedKey extends CompiledCertificate {
  /** SubjectPublicKeyInfo, DER; null also for keys that sign no certificates. */
  publicKey(): Promise<Uint8Array | null>;
}

/** The watchlist, ready to be asked. It says what is listed; what follows from that depends on the role and is not said here. */
export interface Watchlist {
  /** The day on which the facts were last collected, such as "2026-11-21". */
  readonly date: string;
  /** The listed certificate with this SHA-256 or, where no SHA-256 was published, this SHA-1; null when there is none. */
  findCertificate(sha256: string, sha1: string): ListedKey | null;
  /** The listed key whose SubjectPublicKeyInfo has this SHA-256; null when there is none. */
  findKey(spkiSha256: string): ListedKey | null;
  /** All listed keys with this subject key identifier. Anyone can write the same identifier into a certificate. */
  findByKeyId(keyId: string): readonly ListedKey[];
  /** All listed keys whose subject has the same `canonicalName`. Anyone can call a certificate the same. */
  findByName(rfc4514: string): readonly ListedKey[];
  /** Whether a public programme ships or shipped a root with this key. */
  isPublicRoot(spkiSha256: string): boolean;
  /** Null when there is none with this id. */
  authority(id: string): CompiledAuthority | null;
  /** Whether a source lists the host as one where this authority's certificates are in ordinary use. Lower case. */
  isExpected(authority: string, host: string): boolean;
  /** The host documented as intercepted that a name is or lies below; null when there is none. Lower case. */
  findTarget(host: string): Target | null;
  /** The inspection product that calls its certificates so; null when none does. Anyone can copy a name. */
  findProduct(name: Name): Product | null;
}

/** Indexes a compiled watchlist in memory. */
export function loadWatchlist(compiled: CompiledWatchlist): Watchlist {
  const bySha256 = new Map<string, ListedKey>();
  const bySha1 = new Map<string, ListedKey>();
  const byKey = new Map<string, ListedKey>();
  const byKeyId = new Map<string, ListedKey[]>();
  const byName = new Map<string, ListedKey[]>();
  const keys = once(compiled.keys);
  for (const [index, certificate] of compiled.certificates.entries()) {
    const key: ShippedKey = { ...certificate, publicKey: async () => fromBase64OrNull((await keys())[index]) };
    if (key.sha256 !== null) bySha256.set(hashPrefix(key.sha256), key);
    if (key.sha1 !== null) bySha1.set(key.sha1, key);
    const keyHash = key.spkiSha256 && hashPrefix(key.spkiSha256);
    if (keyHash !== null && !byKey.has(keyHash)) byKey.set(keyHash, key);
    if (key.subjectKeyId !== null) add(byKeyId, key.subjectKeyId, key);
    if (key.subject !== null) add(byName, canonicalName(key.subject), key);
  }
  const publicRoots = new Set(compiled.publicRoots.map(hashPrefix));
  const authorities = new Map(compiled.authorities.map((authority) => [authority.id, authority]));
  return {
    date: compiled.date,
    findCertificate: (sha256, sha1) => bySha256.get(hashPrefix(sha256)) ?? bySha1.get(sha1) ?? null,
    findKey: (spkiSha256) => byKey.get(hashPrefix(spkiSha256)) ?? null,
    findByKeyId: (keyId) => byKeyId.get(keyId) ?? [],
    findByName: (rfc4514) => byName.get(canonicalName(rfc4514)) ?? [],
    isPublicRoot: (spkiSha256) => publicRoots.has(hashPrefix(spkiSha256)),
    authority: (id) => authorities.get(id) ?? null,
    isExpected: (id, host) => authorities.get(id)?.expectedHosts.some((mask) => matchesMask(host, mask)) ?? false,
    findTarget: targetFinder(compiled.targets),
    findProduct: productFinder(compiled.products),
  };
}

const fromBase64OrNull = (text: string | null | undefined) => (text == null ? null : fromBase64(text));

function add(index: Map<string, ListedKey[]>, at: string, key: ListedKey): void {
  const keys = index.get(at);
  if (keys) keys.push(key);
  else index.set(at, [key]);
}
