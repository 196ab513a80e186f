import { checkFacts, type FactFiles } from "./compile.ts";
import type { LocalText } from "./fields.ts";

/** What an authority is called where a finding names it. */
export interface AuthorityName {
  readonly name: LocalText;
  /** Who runs it, in a few words. */
  readonly operator: LocalText;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** The names of all authorities, by their ids. */
export type AuthorityNames = ReadonlyMap<string, AuthorityName>;

/**
 * Checks the fact files and makes the names of the authorities. Run by the build.
 * @throws WatchlistError naming the file and field for the first thing that is wrong.
 */
export async function compileAuthorityNames(facts: FactFiles): Promise<AuthorityNames> {
  const { authorities } = await checkFacts(facts);
  return new Map(authorities.map(({ id, name, operator, country }) => [id, { name, operator, country }]));
}
