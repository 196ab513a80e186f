import { readdirSync } from "node:fs";
import { readFactFiles } from "../../scripts/fact-files.ts";
import type { ListedCertificate } from "../../src/watchlist/authority.ts";
import { checkFacts } from "../../src/watchlist/compile.ts";

const namesIn = (folder: string) =>
  readdirSync(new URL(`../../src/watchlist/${folder}/`, import.meta.url))
    .sort()
    .map((name) => name.replace(/\.json$/, ""));

/** Names of the files, without their ending. */
export const authorityNames: readonly string[] = namesIn("authorities");
export const legalNames: readonly string[] = namesIn("legal");

/** The project's own fact files, unchecked. */
export const facts = await readFactFiles();

/** And checked. */
export const { roots: publicRoots, authorities, products, targets, legal } = await checkFacts(facts);

/** Every listed certificate with a title for a test. */
export const certificates: readonly (readonly [string, ListedCertificate])[] = authorities.flatMap((authority) =>
  authority.certificates.map((certificate, index) => [`${authority.id} certificates.${index}`, certificate] as const),
);
