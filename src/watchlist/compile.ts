import * as v from "valibot";
import { Authority, type ListedCertificate, type Role } from "./authority.ts";
import { checkTargets } from "./check-targets.ts";
import { checkTogether } from "./check-together.ts";
import { type Entry, entriesOf } from "./entry.ts";
import { hashPrefix } from "./hash-prefix.ts";
import { compileProducts, InspectionProducts, type Product } from "./inspection-products.ts";
import { LegalDossier } from "./legal.ts";
import { PublicRoots } from "./public-roots.ts";
import { type CompiledTargets, compileTargets, Targets } from "./targets.ts";
import { WatchlistError } from "./watchlist-error.ts";

/** The parsed files of src/watchlist, unchecked. */
export interface FactFiles {
  /** Those of authorities/. */
  readonly authorities: readonly unknown[];
  readonly publicRoots: unknown;
  readonly products: unknown;
  readonly targets: unknown;
  /** Those of legal/. */
  readonly legal: readonly unknown[];
}

/**
 * The watchlist as it is shipped: plain JSON with what matching needs of the fact files, and no more. Of every SHA-256 it has
 * as much as `hashPrefix` keeps. Hashes and key identifiers are lower-case hex.
 */
export interface CompiledWatchlist {
  /** The day on which the facts were last collected, such as "2026-11-21". */
  readonly date: string;
  readonly authorities: readonly CompiledAuthority[];
  readonly certificates: readonly CompiledCertificate[];
  readonly keys: KeySource;
  /** SHA-256 of the keys of public roots, sorted. */
  readonly publicRoots: readonly string[];
  readonly targets: readonly CompiledTargets[];
  readonly products: readonly Product[];
}

/** An authority of which something can be matched. */
export interface CompiledAuthority {
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Host names, or `*.` and one, where its certificates are in ordinary use. */
  readonly expectedHosts: readonly string[];
}

/**
 * Gives the SubjectPublicKeyInfo of each certificate, in base64 and in their order; null where it is not known, and for what signs no
 * certificates. They are more than half of the list and rarely needed: only to check a signature.
 */
export type KeySource = () => Promise<readonly (string | null)[]>;

/** A listed certificate or key. What is not known is null. */
export interface CompiledCertificate {
  /** The authority's id. */
  readonly authority: string;
  readonly role: Role;
  readonly sha256: string | null;
  /** Null also where the SHA-256 is known: SHA-1 is broken and stands in only where there is nothing better. */
  readonly sha1: string | null;
  readonly spkiSha256: string | null;
  /** RFC 4514; null also for what signs no certificates, for a forged leaf has the name of the site itself. */
  readonly subject: string | null;
  /** Null also for what signs no certificates; of a bare key the one it would usually be given. */
  readonly subjectKeyId: string | null;
}

/**
 * Checks the fact files, one by one and against each other, and makes the shipped form of them. Run by the build.
 * @throws WatchlistError naming the file and field for the first thing that is wrong.
 */
export async function compileWatchlist(facts: FactFiles): Promise<CompiledWatchlist> {
  const { roots, authorities, entries, targets, products } = await checkFacts(facts);
  const listed = new Set(entries.map(({ keyHash }) => keyHash));
  const publicRoots = [...roots.current, ...roots.past].filter((key) => !listed.has(key)).map(hashPrefix);
  return {
    date: roots.date,
    authorities: authorities.filter(({ certificates }) => certificates.length > 0).map(compileAuthority),
    certificates: entries.map(compileEntry),
    keys: async () => entries.map(signingKey),
    publicRoots: [...new Set(publicRoots)].sort(),
    targets: compileTargets(targets),
    products: compileProducts(products),
  };
}

/** All fact files, checked and typed. @throws WatchlistError for the first thing that is wrong. */
export async function checkFacts(facts: FactFiles) {
  const roots = parseFile(PublicRoots, facts.publicRoots, "public-roots");
  const authorities = parseAll(Authority, facts.authorities, "id", "authority");
  const products = parseFile(InspectionProducts, facts.products, "inspection-products");
  const targets = parseFile(Targets, facts.targets, "targets");
  const legal = parseAll(LegalDossier, facts.legal, "country", "legal");
  const entries = (await Promise.all(authorities.map(entriesOf))).flat();
  checkTogether(authorities, entries, new Set(roots.current));
  checkTargets(authorities, targets, products);
  return { roots, authorities, entries, products, targets, legal };
}

/** Many files of one kind. @param field the one that holds a file's name; a file without it is called `what` and its number. */
function parseAll<T extends v.GenericSchema>(schema: T, files: readonly unknown[], field: string, what: string) {
  return files.map((file, index) => {
    const name: unknown = v.is(v.record(v.string(), v.unknown()), file) ? file[field] : null;
    return parseFile(schema, file, typeof name === "string" ? name : `${what} ${index + 1}`);
  });
}

/** @param name what to call the file in the sentence. @throws WatchlistError for the first thing that is wrong. */
function parseFile<T extends v.GenericSchema>(schema: T, file: unknown, name: string): v.InferOutput<T> {
  const result = v.safeParse(schema, file);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new WatchlistError(name, v.getDotPath(issue) ?? "file", issue.message);
}

function compileAuthority({ id, country, expectedHosts }: Authority): CompiledAuthority {
  return { id, country, expectedHosts: expectedHosts.map(({ mask }) => mask) };
}

/** What matching needs of an entry. */
type Matched = Pick<ListedCertificate, "role" | "sha256" | "sha1" | "subject">;

/** An entry as it is shipped. */
export function compileEntry({ id, certificate, keyHash, keyId, signs }: Entry<Matched>): CompiledCertificate {
  const { role, sha256, sha1, subject } = certificate;
  return {
    authority: id,
    role,
    sha256: sha256 && hashPrefix(sha256),
    sha1: sha256 === null ? sha1 : null,
    spkiSha256: keyHash && hashPrefix(keyHash),
    subject: signs ? subject : null,
    subjectKeyId: keyId,
  };
}

/** The key of an entry as it is shipped, base64; null for one that is never needed. */
export function signingKey({
  certificate: { subject, publicKey },
  keyId,
  signs,
}: Entry<Pick<ListedCertificate, "subject" | "publicKey">>): string | null {
  return signs && (subject ?? keyId) !== null ? publicKey : null;
}
