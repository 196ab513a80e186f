import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { compileAuthorityNames } from "../src/watchlist/authority-names.ts";
import { toColumns } from "../src/watchlist/columns.ts";
import { compileWatchlist, type FactFiles } from "../src/watchlist/compile.ts";
import { compileDossiers } from "../src/watchlist/dossiers.ts";
import { readFactFiles } from "./fact-files.ts";

const COLUMNS = fileURLToPath(new URL("../src/watchlist/columns.ts", import.meta.url));

/** The code of each module. */
const MODULES: ReadonlyMap<string, (facts: FactFiles) => Promise<string>> = new Map([
  ["virtual:watchlist", watchlistCode],
  [
    "virtual:authority-names",
    async (facts) => `export default new Map(${JSON.stringify([...(await compileAuthorityNames(facts))])});`,
  ],
  ["virtual:dossiers", async (facts) => `export default ${JSON.stringify(await compileDossiers(facts))};`],
]);

/**
 * Provides three modules made of the fact files, checked and compiled: `virtual:watchlist`, what matching needs,
 * `virtual:authority-names`, what authorities are called, and `virtual:dossiers`, what else pages show. @param lab see `readFactFiles`.
 */
export function watchlistPlugin({ lab }: { readonly lab?: string | undefined } = {}): Plugin {
  return {
    name: "rootwatch-watchlist",
    resolveId: (id) => (MODULES.has(id) ? `\0${id}` : null),
    async load(id) {
      const code = id.startsWith("\0") ? MODULES.get(id.slice(1)) : undefined;
      return code ? code(await readFactFiles(lab, (path) => this.addWatchFile(path))) : null;
    },
  };
}

async function watchlistCode(facts: FactFiles): Promise<string> {
  const { certificates, ...rest } = await compileWatchlist(facts);
  // As text for JSON.parse, which minifiers leave as it is: what they make of the arrays compresses worse.
  const text = JSON.stringify({ ...rest, certificates: toColumns(certificates) });
  return [
    `import { fromColumns } from ${JSON.stringify(COLUMNS)};`,
    `const packed = JSON.parse(${JSON.stringify(text)});`,
    "export default { ...packed, certificates: fromColumns(packed.certificates) };",
  ].join("\n");
}
