import { readdir, readFile } from "node:fs/promises";
import type { Plugin } from "vite";

/**
 * Puts files into the build that no module imports: the locales, which belong in the root, the icons of the verdicts,
 * the schema by which Chrome reads an administrator's policy, and the licence.
 */
export function staticFilesPlugin(): Plugin {
  return {
    name: "rootwatch-static-files",
    apply: "build",
    async generateBundle() {
      const emit = async (from: string, fileName: string) => {
        this.emitFile({ type: "asset", fileName, source: await readFile(from) });
      };
      for (const locale of await readdir("extension/_locales")) {
        const file = `_locales/${locale}/messages.json`;
        const messages = await readFile(`extension/${file}`, "utf8");
        // The browser reads all of it before a page's first word, and what translators are told is more than half.
        const source = JSON.stringify(
          JSON.parse(messages, (key, value) => (key === "description" ? undefined : value)),
        );
        this.emitFile({ type: "asset", fileName: file, source });
      }
      await emit("extension/managed-schema.json", "managed-schema.json");
      await emit("LICENSE", "LICENSE");
      for (const icon of await readdir("extension/icons")) {
        if (icon.endsWith(".png")) await emit(`extension/icons/${icon}`, `extension/icons/${icon}`);
      }
    },
  };
}
