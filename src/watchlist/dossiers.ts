import type { Authority, ListedCertificate } from "./authority.ts";
import { checkFacts, type FactFiles } from "./compile.ts";
import type { Entry } from "./entry.ts";
import type { InspectionProducts } from "./inspection-products.ts";
import type { LegalDossier } from "./legal.ts";
import type { Targets } from "./targets.ts";

/** Everything that pages show of the facts, with its sources; matching needs none of it. */
export interface Dossiers {
  /** The day on which the facts were last collected, such as "2026-11-21". */
  readonly date: string;
  /** Which programmes the public roots are taken from. */
  readonly programmes: string;
  /** Those too of which nothing can be matched. */
  readonly authorities: readonly AuthorityDossier[];
  readonly legal: readonly LegalDossier[];
  readonly products: InspectionProducts["products"];
  readonly targets: Targets["targets"];
}

/** An authority's file without the keys themselves, whose hashes are enough to show. */
export interface AuthorityDossier extends Omit<Authority, "certificates"> {
  readonly certificates: readonly Omit<ListedCertificate, "publicKey">[];
}

/**
 * Checks the fact files and makes what pages show of them. Run by the build.
 * @throws WatchlistError naming the file and field for the first thing that is wrong.
 */
export async function compileDossiers(facts: FactFiles): Promise<Dossiers> {
  const { roots, authorities, entries, legal, products, targets } = await checkFacts(facts);
  return {
    date: roots.date,
    programmes: roots.programmes,
    authorities: authorities.map((authority) => ({
      ...authority,
      certificates: entries.filter(({ id }) => id === authority.id).map(withoutKey),
    })),
    legal,
    products: products.products,
    targets: targets.targets,
  };
}

function withoutKey({ certificate, keyHash }: Entry): Omit<ListedCertificate, "publicKey"> {
  const { publicKey: _, ...shown } = certificate;
  return { ...shown, spkiSha256: keyHash };
}
