import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, expect, test } from "vitest";
import { watchlistPlugin } from "../../scripts/watchlist-plugin.ts";
import type { CompiledWatchlist } from "../../src/watchlist/compile.ts";
import { anAuthority, newHex } from "./entry.ts";
import { files, publicRoots } from "./facts.ts";

const folder = await mkdtemp(join(tmpdir(), "watchlist-"));
afterAll(() => rm(folder, { recursive: true }));

async function built(lab?: object): Promise<CompiledWatchlist> {
  const entry = join(folder, "entry.js");
  const labFile = join(folder, "lab.json");
  await writeFile(entry, 'export { default } from "virtual:watchlist";');
  await writeFile(labFile, JSON.stringify(lab ?? null));
  const result = await build({
    configFile: false,
    logLevel: "silent",
    root: folder,
    plugins: [watchlistPlugin({ lab: lab && labFile })],
    build: { write: false, lib: { entry, formats: ["es"], fileName: "watchlist" } },
  });
  const [output] = Array.isArray(result) ? result : [];
  const code = output?.output[0].code ?? "";
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).default;
}

test("a build gets the facts, compiled", async () => {
  const watchlist = await built();
  expect(watchlist.authorities.map(({ id }) => id)).toEqual(files.map(([name]) => name));
  expect(watchlist.publicRoots).toEqual(publicRoots.spkiSha256);
});

test("a lab build gets the lab's authority and public root too", async () => {
  const publicRoot = newHex(32);
  const watchlist = await built({ authorities: [anAuthority({ id: "lab" })], publicRoots: [publicRoot] });
  expect(watchlist.authorities.map(({ id }) => id)).toEqual([...files.map(([name]) => name), "lab"]);
  expect(watchlist.publicRoots).toContain(publicRoot);
  expect(watchlist.publicRoots).toHaveLength(publicRoots.spkiSha256.length + 1);
});

test("a build with a wrong fact fails with the sentence", async () => {
  await expect(built({ authorities: [anAuthority({ country: "kz" })], publicRoots: [] })).rejects.toThrow(
    "In test-one, country is wrong: a country code such as KZ is wanted.",
  );
});
