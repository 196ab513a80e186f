import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, expect, test } from "vitest";
import { watchlistPlugin } from "../../scripts/watchlist-plugin.ts";
import { type AuthorityNames, compileAuthorityNames } from "../../src/watchlist/authority-names.ts";
import { type CompiledWatchlist, compileWatchlist } from "../../src/watchlist/compile.ts";
import { compileDossiers, type Dossiers } from "../../src/watchlist/dossiers.ts";
import { anAuthority, newHex } from "./entry.ts";
import { facts } from "./facts.ts";

const folder = await mkdtemp(join(tmpdir(), "watchlist-"));
afterAll(() => rm(folder, { recursive: true }));

interface Modules {
  readonly watchlist: CompiledWatchlist;
  readonly names: AuthorityNames;
  readonly dossiers: Dossiers;
}

async function built(lab?: object): Promise<Modules> {
  const entry = join(folder, "entry.js");
  const labFile = join(folder, "lab.json");
  await writeFile(
    entry,
    [
      'export { default as watchlist } from "virtual:watchlist";',
      'export { default as names } from "virtual:authority-names";',
      'export { default as dossiers } from "virtual:dossiers";',
    ].join("\n"),
  );
  await writeFile(labFile, JSON.stringify(lab ?? null));
  const result = await build({
    configFile: false,
    logLevel: "silent",
    root: folder,
    plugins: [watchlistPlugin(lab ? { lab: labFile } : {})],
    build: { write: false, lib: { entry, formats: ["es"], fileName: "watchlist" } },
  });
  const [output] = Array.isArray(result) ? result : [];
  const code = output?.output[0].code ?? "";
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

test("a build gets the facts, compiled: what matching needs, names, and what pages show", async () => {
  const { watchlist, names, dossiers } = await built();
  expect(names).toEqual(await compileAuthorityNames(facts));
  const { keys, ...compiled } = await compileWatchlist(facts);
  expect(watchlist).toEqual({ ...compiled, keys: expect.any(Function) });
  expect(await watchlist.keys()).toEqual(await keys());
  expect(dossiers).toEqual(JSON.parse(JSON.stringify(await compileDossiers(facts))));
});

test("a lab build gets the lab's authority and public root too", async () => {
  const shipped = await compileWatchlist(facts);
  const publicRoot = newHex(32);
  const { watchlist, names } = await built({ authorities: [anAuthority({ id: "lab" })], publicRoots: [publicRoot] });
  expect(watchlist.authorities.map(({ id }) => id)).toEqual([...shipped.authorities.map(({ id }) => id), "lab"]);
  expect(names.get("lab")).toMatchObject({ name: { en: "Test One", ru: "Первая проба" }, country: "KZ" });
  expect(watchlist.publicRoots).toContain(publicRoot.slice(0, 32));
  expect(watchlist.publicRoots).toHaveLength(shipped.publicRoots.length + 1);
});

test("a build with a wrong fact fails with the sentence", async () => {
  await expect(built({ authorities: [anAuthority({ country: "kz" })], publicRoots: [] })).rejects.toThrow(
    "In test-one, country is wrong: a country code such as KZ is wanted.",
  );
});
