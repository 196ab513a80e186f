import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import preact from "@preact/preset-vite";
import { defineConfig, type UserConfig } from "vite";
import manifest from "./manifest.json" with { type: "json" };
import { manifestFor } from "./scripts/manifest-for.ts";
import { pagePolicyPlugin } from "./scripts/page-policy-plugin.ts";
import { staticFilesPlugin } from "./scripts/static-files-plugin.ts";
import { watchlistPlugin } from "./scripts/watchlist-plugin.ts";

/** Whether what lies in a folder loads a module that lies elsewhere, by whatever way. */
function isLoadedBy(
  folder: string,
  id: string,
  modules: { getModuleInfo(id: string): { readonly importers: readonly string[] } | null },
): boolean {
  if (id.includes(folder)) return false;
  const known = new Set([id]);
  for (const each of known) {
    if (each.includes(folder)) return true;
    for (const importer of modules.getModuleInfo(each)?.importers ?? []) known.add(importer);
  }
  return false;
}

/**
 * `--mode chrome` and `--mode firefox` build the two extensions, `--mode cli` the command-line tool. ROOTWATCH_LAB, the path of a lab's
 * knowledge file, makes a lab build: the facts compiled into it know the lab's authority, and nothing else differs. ROOTWATCH_OUT is
 * the folder it goes to.
 */
export default defineConfig(({ mode }): UserConfig => {
  const { ROOTWATCH_LAB: lab, ROOTWATCH_OUT: out = "dist" } = process.env;
  const keysApart = mode === "chrome" || mode === "firefox";
  const watchlist = watchlistPlugin(lab === undefined ? { keysApart } : { lab, keysApart });
  if (mode === "cli") {
    return {
      plugins: [watchlist],
      ssr: { noExternal: true, target: "node" },
      build: {
        ssr: "src/cli/main.ts",
        target: "node20.19",
        outDir: `${out}/cli`,
        rollupOptions: { output: { entryFileNames: "rootwatch.js" } },
      },
    };
  }
  if (!keysApart) return { plugins: [watchlist] };
  return {
    plugins: [
      preact(),
      watchlist,
      staticFilesPlugin(),
      pagePolicyPlugin(),
      crx({ manifest: manifestFor(mode, manifest) as ManifestV3Export, browser: mode }),
    ],
    build: {
      target: mode === "chrome" ? "chrome137" : "firefox140",
      outDir: `${out}/${mode}`,
      modulePreload: {
        polyfill: false,
        // A page's files are asked for together. What is loaded later must not ask for a document, which the background lacks.
        resolveDependencies: (_, files, { hostType }) =>
          hostType === "html" ? files : files.filter((file) => file.endsWith(".css")),
      },
      // What is bundled wants its licence to go with it.
      license: { fileName: "third-party-licences.md" },
      rollupOptions: {
        input: {
          advice: "extension/advice/index.html",
          check: "extension/check/index.html",
          popup: "extension/popup/index.html",
          dossier: "extension/dossier/index.html",
          drill: "extension/drill/index.html",
          export: "extension/export/index.html",
          inspect: "extension/inspect/index.html",
          journal: "extension/journal/index.html",
          offered: "extension/offered/index.html",
          options: "extension/options/index.html",
          verify: "extension/verify/index.html",
          warning: "extension/warning/index.html",
          welcome: "extension/welcome/index.html",
        },
        output: {
          // Names without hashes, and each kind of facts in a file of its own, let anyone compare two builds file by file.
          entryFileNames: "assets/[name].js",
          chunkFileNames: "assets/[name].js",
          assetFileNames: "assets/[name][extname]",
          codeSplitting: {
            groups: [
              // Records are hashed where nothing is encrypted, too.
              { priority: 4, name: "hashes", test: /@noble\/hashes\/(_md|_u64|sha2|utils)\.js/ },
              {
                // A page opens the later the more it loads and the more files that is, and the popup must not keep anybody waiting.
                priority: 3,
                debugName: "shared",
                name: (id, modules) =>
                  ["background", "popup"].every((part) => isLoadedBy(`extension/${part}/`, id, modules))
                    ? "shared"
                    : null,
              },
              {
                priority: 2,
                debugName: "engine",
                name: (id, modules) => {
                  if (id.includes("virtual:watchlist")) return "watchlist";
                  if (id.includes("virtual:authority-names")) return "authority-names";
                  if (id.includes("virtual:dossiers")) return "dossiers";
                  // Needed where something is encrypted, and larger than all the rest.
                  if (/age-encryption|@noble|@scure/.test(id)) return "age-encryption";
                  if (id.endsWith("src/evidence/age.ts")) return null;
                  // One file compresses better than twenty, and the background is to be small.
                  return ["extension/background/", "index.html"].every((loader) => isLoadedBy(loader, id, modules))
                    ? "engine"
                    : null;
                },
              },
              {
                priority: 1,
                debugName: "face",
                name: (id, modules) => (isLoadedBy("extension/popup/", id, modules) ? "face" : null),
              },
              {
                priority: 0,
                debugName: "records",
                name: (id, modules) => (isLoadedBy("extension/journal/", id, modules) ? "records" : null),
              },
            ],
          },
        },
      },
    },
  };
});
