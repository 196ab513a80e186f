import { readFile } from "node:fs/promises";
import { vi } from "vitest";
import type { Language } from "../browser/harness/lab-browser.ts";

/** Loads a module of the pages anew, in whose messages a language is spoken. */
export async function inLanguage<Module>(language: Language, load: () => Promise<Module>): Promise<Module> {
  vi.resetModules();
  vi.doMock("../../extension/platform/browser.ts", () => import("../background/fake-browser.ts"));
  vi.stubGlobal("fetch", async (address: string) => {
    return new Response(await readFile(`extension${new URL(address).pathname}`, "utf8"));
  });
  const { speak } = await import("../../extension/platform/translate.ts");
  await speak(language);
  return load();
}
