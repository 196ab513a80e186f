import type { AuthorityDossier, Dossiers } from "../../src/watchlist/dossiers.ts";
import type { LegalDossier } from "../../src/watchlist/legal.ts";
import { yearsOf } from "./period.ts";

/** What is known of one country. */
export interface Country {
  /** Null for what belongs to no country. */
  readonly name: string | null;
  /** Earliest first. */
  readonly authorities: readonly AuthorityDossier[];
  /** Null where no public record was found. */
  readonly law: LegalDossier | null;
}

/**
 * The countries of the authorities and legal dossiers, in the order of their names; last what belongs to none.
 * @param nameOf the name of a country by its code; null for none
 * @param compare the order of names in the reader's language
 */
export function groupByCountry(
  { authorities, legal }: Pick<Dossiers, "authorities" | "legal">,
  nameOf: (code: string) => string | null,
  compare: (a: string, b: string) => number,
): Country[] {
  const codes = new Set([...authorities, ...legal].map(({ country }) => country));
  return [...codes]
    .map((code) => ({
      name: nameOf(code),
      authorities: authorities.filter(({ country }) => country === code).sort(byBeginning),
      law: legal.find(({ country }) => country === code) ?? null,
    }))
    .sort((a, b) =>
      a.name === null || b.name === null ? Number(a.name === null) - Number(b.name === null) : compare(a.name, b.name),
    );
}

function byBeginning(a: AuthorityDossier, b: AuthorityDossier): number {
  const [first, second] = [a, b].map(({ incidents }) => yearsOf(incidents).from ?? "9999");
  return (first ?? "").localeCompare(second ?? "");
}
