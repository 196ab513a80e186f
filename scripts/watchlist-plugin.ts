import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { compileAuthorityNames } from "../src/watchlist/authority-names.ts";
import { compileWatchlist, type FactFiles } from "../src/watchlist/compile.ts";
import { compileDossiers } from "../src/watchlist/dossiers.ts";
import { packWatchlist } from "../src/watchlist/packed-watchlist.ts";
import { readFactFiles } from "./fact-files.ts";

const PACKED = fileURLToPath(new URL("../src/watchlist/packed-watchlist.ts", import.meta.url));

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
  // As text for JSON.parse, which minifiers leave as it is: what they make of the arrays compresses worse.
  const text = JSON.stringify(packWatchlist(await compileWatchlist(facts)));
  return [
    `import { unpackWatchlist } from ${JSON.stringify(PACKED)};`,
    `export default unpackWatchlist(JSON.parse(${JSON.stringify(text)}));`,
  ].join("\n");
}
