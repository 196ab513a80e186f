import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { toColumns } from "../src/watchlist/columns.ts";
import { compileWatchlist } from "../src/watchlist/compile.ts";
import { compileDossiers } from "../src/watchlist/dossiers.ts";
import { readFactFiles } from "./fact-files.ts";

const COLUMNS = fileURLToPath(new URL("../src/watchlist/columns.ts", import.meta.url));

/**
 * Provides two modules made of the fact files, checked and compiled: `virtual:watchlist`, what matching needs, and `virtual:dossiers`,
 * what pages show. @param lab see `readFactFiles`.
 */
export function watchlistPlugin({ lab }: { readonly lab?: string | undefined } = {}): Plugin {
  return {
    name: "rootwatch-watchlist",
    resolveId: (id) => (id === "virtual:watchlist" || id === "virtual:dossiers" ? `\0${id}` : null),
    async load(id) {
      if (id !== "\0virtual:watchlist" && id !== "\0virtual:dossiers") return null;
      const facts = await readFactFiles(lab, (path) => this.addWatchFile(path));
      if (id === "\0virtual:dossiers") return `export default ${JSON.stringify(await compileDossiers(facts))};`;
      const { certificates, ...rest } = await compileWatchlist(facts);
      // As text for JSON.parse, which minifiers leave as it is: what they make of the arrays compresses worse.
      const text = JSON.stringify({ ...rest, certificates: toColumns(certificates) });
      return [
        `import { fromColumns } from ${JSON.stringify(COLUMNS)};`,
        `const packed = JSON.parse(${JSON.stringify(text)});`,
        "export default { ...packed, certificates: fromColumns(packed.certificates) };",
      ].join("\n");
    },
  };
}
