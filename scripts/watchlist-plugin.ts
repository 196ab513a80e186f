import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { compileWatchlist } from "../src/watchlist/compile.ts";

const NAME = "virtual:watchlist";
const RESOLVED = `\0${NAME}`;
const FOLDER = fileURLToPath(new URL("../src/watchlist/", import.meta.url));

/**
 * Provides the module `virtual:watchlist`: the fact files, checked and compiled, as one object.
 * @param lab path of a JSON file `{ authorities: [...], publicRoots: [hex...] }` that is added to the facts: what makes
 *   the interception lab's own root and public root known to a build that is never shipped.
 */
export function watchlistPlugin({ lab }: { readonly lab?: string | undefined } = {}): Plugin {
  return {
    name: "rootwatch-watchlist",
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      const names = (await readdir(`${FOLDER}authorities`)).filter((name) => name.endsWith(".json")).sort();
      const read = async (path: string) => {
        this.addWatchFile(path);
        return JSON.parse(await readFile(path, "utf8"));
      };
      const authorities = await Promise.all(names.map((name) => read(`${FOLDER}authorities/${name}`)));
      const publicRoots = await read(`${FOLDER}public-roots.json`);
      if (lab) {
        const added = await read(lab);
        authorities.push(...added.authorities);
        publicRoots.spkiSha256.push(...added.publicRoots);
      }
      return `export default ${JSON.stringify(await compileWatchlist(authorities, publicRoots))};`;
    },
  };
}
