import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FactFiles } from "../src/watchlist/compile.ts";

const FOLDER = fileURLToPath(new URL("../src/watchlist/", import.meta.url));

/**
 * Reads the fact files of src/watchlist, unchecked.
 * @param lab path of a JSON file `{ authorities: [...], publicRoots: [hex...] }` that is added to the facts: what makes the interception
 *   lab's own root and public root known to a build that is never shipped.
 * @param onRead is told the path of every file.
 */
export async function readFactFiles(
  lab: string | undefined = undefined,
  onRead: (path: string) => void = () => undefined,
): Promise<FactFiles> {
  const read = async (path: string) => {
    onRead(path);
    return JSON.parse(await readFile(path, "utf8"));
  };
  const readAll = async (folder: string): Promise<unknown[]> => {
    const names = (await readdir(`${FOLDER}${folder}`)).filter((name) => name.endsWith(".json")).sort();
    return Promise.all(names.map((name) => read(`${FOLDER}${folder}/${name}`)));
  };
  const authorities = await readAll("authorities");
  const publicRoots = await read(`${FOLDER}public-roots.json`);
  if (lab !== undefined) {
    const added = await read(lab);
    authorities.push(...added.authorities);
    publicRoots.current.push(...added.publicRoots);
  }
  return {
    authorities,
    publicRoots,
    products: await read(`${FOLDER}inspection-products.json`),
    targets: await read(`${FOLDER}targets.json`),
    legal: await readAll("legal"),
  };
}
