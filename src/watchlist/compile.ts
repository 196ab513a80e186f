import * as v from "valibot";
import { toHex } from "../certificate/hex.ts";
import { Authority, type Role } from "./authority.ts";
import { fromBase64 } from "./base64.ts";
import { checkTogether, type Entry } from "./check-together.ts";
import { PublicRoots } from "./public-roots.ts";
import { WatchlistError } from "./watchlist-error.ts";

/** The watchlist as it is shipped: plain JSON with what matching and the popup need of the fact files, and no more. */
export interface CompiledWatchlist {
  /** The day on which the facts were last collected, such as "2026-11-21". */
  readonly date: string;
  readonly authorities: readonly CompiledAuthority[];
  readonly certificates: readonly CompiledCertificate[];
  /** SHA-256 of the keys of public roots, lower-case hex, sorted. */
  readonly publicRoots: readonly string[];
}

export interface CompiledAuthority {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly operator: string;
}

/** A listed certificate or key. Hashes and key identifiers are lower-case hex; what is not known is null. */
export interface CompiledCertificate {
  /** The authority's id. */
  readonly authority: string;
  readonly role: Role;
  readonly sha256: string | null;
  /** Null also where the SHA-256 is known: SHA-1 is broken and stands in only where there is nothing better. */
  readonly sha1: string | null;
  readonly spkiSha256: string | null;
  /** RFC 4514. */
  readonly subject: string | null;
  readonly subjectKeyId: string | null;
  /** SubjectPublicKeyInfo in base64; null also for keys that sign no certificates. */
  readonly publicKey: string | null;
}

/**
 * Checks the fact files, one by one and against each other, and makes the shipped form of them. Run by the build.
 * @param authorities the parsed files of authorities/.
 * @param publicRoots the parsed public-roots.json.
 * @throws WatchlistError naming the file and field for the first thing that is wrong.
 */
export async function compileWatchlist(
  authorities: readonly unknown[],
  publicRoots: unknown,
): Promise<CompiledWatchlist> {
  const roots = parse(PublicRoots, publicRoots, "public-roots");
  const files = authorities.map((file, index) => parse(Authority, file, idOf(file) ?? `authority ${index + 1}`));
  const entries = (await Promise.all(files.map(entriesOf))).flat();
  checkTogether(files, entries, new Set(roots.spkiSha256));
  return {
    date: roots.date,
    authorities: files.map(({ id, name, country, operator }) => ({ id, name, country, operator })),
    certificates: entries.map(compiled),
    publicRoots: [...new Set(roots.spkiSha256)].sort(),
  };
}

function parse<T extends v.GenericSchema>(schema: T, file: unknown, id: string): v.InferOutput<T> {
  const result = v.safeParse(schema, file);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new WatchlistError(id, v.getDotPath(issue) ?? "file", issue.message);
}

function idOf(file: unknown): string | null {
  return typeof file === "object" && file !== null && "id" in file && typeof file.id === "string" ? file.id : null;
}

async function entriesOf({ id, certificates }: Authority): Promise<Entry[]> {
  return Promise.all(
    certificates.map(async (certificate, index) => {
      const path = `certificates.${index}`;
      const { publicKey, spkiSha256 } = certificate;
      if (publicKey === null) return { id, path, certificate, keyHash: spkiSha256 };
      const keyHash = toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", fromBase64(publicKey))));
      if (spkiSha256 !== null && spkiSha256 !== keyHash) {
        throw new WatchlistError(id, `${path}.spkiSha256`, `it is not the SHA-256 of publicKey, which is ${keyHash}`);
      }
      return { id, path, certificate, keyHash };
    }),
  );
}

function compiled({ id, certificate, keyHash }: Entry): CompiledCertificate {
  const { role, position, sha256, sha1, subject, subjectKeyId, publicKey } = certificate;
  const signs = position === "root" || position === "intermediate";
  return {
    authority: id,
    role,
    sha256,
    sha1: sha256 === null ? sha1 : null,
    spkiSha256: keyHash,
    subject,
    subjectKeyId,
    publicKey: signs ? publicKey : null,
  };
}
