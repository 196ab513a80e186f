import { fromBase64 } from "./base64.ts";
import { canonicalName } from "./canonical-name.ts";
import type { CompiledAuthority, CompiledCertificate, CompiledWatchlist } from "./compile.ts";

/** A listed certificate or key, its public key as DER. */
export interface ListedKey extends Omit<CompiledCertificate, "publicKey"> {
  /** SubjectPublicKeyInfo; null also for keys that sign no certificates. */
  readonly publicKey: Uint8Array | null;
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
}

/** Indexes a compiled watchlist in memory. */
export function loadWatchlist(compiled: CompiledWatchlist): Watchlist {
  const bySha256 = new Map<string, ListedKey>();
  const bySha1 = new Map<string, ListedKey>();
  const byKey = new Map<string, ListedKey>();
  const byKeyId = new Map<string, ListedKey[]>();
  const byName = new Map<string, ListedKey[]>();
  for (const key of compiled.certificates.map(listedKey)) {
    if (key.sha256 !== null) bySha256.set(key.sha256, key);
    if (key.sha1 !== null) bySha1.set(key.sha1, key);
    if (key.spkiSha256 !== null && !byKey.has(key.spkiSha256)) byKey.set(key.spkiSha256, key);
    if (key.subjectKeyId !== null) add(byKeyId, key.subjectKeyId, key);
    if (key.subject !== null) add(byName, canonicalName(key.subject), key);
  }
  const publicRoots = new Set(compiled.publicRoots);
  const authorities = new Map(compiled.authorities.map((authority) => [authority.id, authority]));
  return {
    date: compiled.date,
    findCertificate: (sha256, sha1) => bySha256.get(sha256) ?? bySha1.get(sha1) ?? null,
    findKey: (spkiSha256) => byKey.get(spkiSha256) ?? null,
    findByKeyId: (keyId) => byKeyId.get(keyId) ?? [],
    findByName: (rfc4514) => byName.get(canonicalName(rfc4514)) ?? [],
    isPublicRoot: (spkiSha256) => publicRoots.has(spkiSha256),
    authority: (id) => authorities.get(id) ?? null,
  };
}

function listedKey(certificate: CompiledCertificate): ListedKey {
  const { publicKey } = certificate;
  return { ...certificate, publicKey: publicKey === null ? null : fromBase64(publicKey) };
}

function add(index: Map<string, ListedKey[]>, at: string, key: ListedKey): void {
  const keys = index.get(at);
  if (keys) keys.push(key);
  else index.set(at, [key]);
}
