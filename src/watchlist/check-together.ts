import type { Authority } from "./authority.ts";
import type { Entry } from "./entry.ts";
import { WatchlistError } from "./watchlist-error.ts";

/**
 * Checks what only shows when all fact files are seen together: an id, a certificate or a key is listed once, a key has
 * one role, and none is a current public root's.
 * @param roots SHA-256 of the keys of current public roots, lower-case hex.
 * @throws WatchlistError naming the file and field for the first thing that is wrong.
 */
export function checkTogether(
  files: readonly Authority[],
  entries: readonly Entry[],
  roots: ReadonlySet<string>,
): void {
  checkIds(files);
  checkCertificates(entries);
  checkKeys(entries, roots);
}

function checkIds(files: readonly Authority[]): void {
  const seen = new Set<string>();
  for (const { id } of files) {
    if (seen.has(id)) throw new WatchlistError(id, "id", "another file has the same");
    seen.add(id);
  }
}

function checkCertificates(entries: readonly Entry[]): void {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    for (const field of ["sha256", "sha1"] as const) {
      const hash = entry.certificate[field];
      if (hash === null) continue;
      const other = seen.get(hash);
      if (other) {
        throw new WatchlistError(entry.id, `${entry.path}.${field}`, `${other.id} has it already, at ${other.path}`);
      }
      seen.set(hash, entry);
    }
  }
}

function checkKeys(entries: readonly Entry[], roots: ReadonlySet<string>): void {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const { id, path, keyHash } = entry;
    if (keyHash === null) continue;
    if (roots.has(keyHash))
      throw new WatchlistError(id, `${path}.spkiSha256`, "it is the key of a current public root");
    const other = seen.get(keyHash) ?? entry;
    if (other.id !== id) throw new WatchlistError(id, `${path}.spkiSha256`, `${other.id} lists the same key`);
    if (other.certificate.role !== entry.certificate.role) {
      throw new WatchlistError(id, `${path}.role`, `the same key has another role at ${other.path}`);
    }
    seen.set(keyHash, other);
  }
}
