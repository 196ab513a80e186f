import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { compileAuthorityNames } from "../src/watchlist/authority-names.ts";
import { compileWatchlist, type FactFiles } from "../src/watchlist/compile.ts";
import { compileDossiers } from "../src/watchlist/dossiers.ts";
import { packWatchlist } from "../src/watchlist/packed-watchlist.ts";
import { readFactFiles } from "./fact-files.ts";

const PACKED = fileURLToPath(new URL("../src/watchlist/packed-watchlist.ts", import.meta.url));

/** Where an extension has the public keys of the watchlist, from its root. */
const KEYS_FILE = "assets/watchlist-keys.json";

/** The code of each module. */
const MODULES: ReadonlyMap<string, (facts: FactFiles, emit: EmitKeys | null) => Promise<string>> = new Map([
  ["virtual:watchlist", watchlistCode],
  [
    "virtual:authority-names",
    async (facts) => `export default new Map(${JSON.stringify([...(await compileAuthorityNames(facts))])});`,
  ],
  ["virtual:dossiers", async (facts) => `export default ${JSON.stringify(await compileDossiers(facts))};`],
]);

type EmitKeys = (source: string) => void;

/**
 * Provides three modules made of the fact files, checked and compiled: `virtual:watchlist`, what matching needs,
 * `virtual:authority-names`, what authorities are called, and `virtual:dossiers`, what else pages show. @param lab see
 * `readFactFiles`. @param keysApart puts the public keys into a file of their own, so that a background that wakes up need not load them.
 */
export function watchlistPlugin({ lab, keysApart = false }: { lab?: string; keysApart?: boolean } = {}): Plugin {
  return {
    name: "rootwatch-watchlist",
    resolveId: (id) => (MODULES.has(id) ? `\0${id}` : null),
    async load(id) {
      const code = id.startsWith("\0") ? MODULES.get(id.slice(1)) : undefined;
      if (!code) return null;
      const emit: EmitKeys = (source) => void this.emitFile({ type: "asset", fileName: KEYS_FILE, source });
      return code(await readFactFiles(lab, (path) => this.addWatchFile(path)), keysApart ? emit : null);
    },
  };
}

async function watchlistCode(facts: FactFiles, emit: EmitKeys | null): Promise<string> {
  const compiled = await compileWatchlist(facts);
  const keys = JSON.stringify(await compiled.keys());
  emit?.(keys);
  // As text for JSON.parse, which minifiers leave as it is: what they make of the arrays compresses worse.
  const text = JSON.stringify(packWatchlist(compiled));
  return [
    `import { unpackWatchlist } from ${JSON.stringify(PACKED)};`,
    `const keys = async () => ${emit ? `(await fetch("/${KEYS_FILE}")).json()` : keys};`,
    `export default unpackWatchlist(JSON.parse(${JSON.stringify(text)}), keys);`,
  ].join("\n");
}
