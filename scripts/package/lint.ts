import { spawnSync } from "node:child_process";
import * as v from "valibot";

/** Warnings that are known, each with the reason why it stays. */
const KNOWN: Readonly<Record<string, string>> = {
  "UNSAFE_VAR_ASSIGNMENT: Unsafe assignment to innerHTML":
    "Preact's dangerouslySetInnerHTML, which no page uses; the content security policy has the browser refuse it",
};

const Finding = v.object({ code: v.string(), message: v.string(), file: v.optional(v.string(), "") });
const Output = v.object({ errors: v.array(Finding), warnings: v.array(Finding), notices: v.array(Finding) });

/**
 * Reads a package as Mozilla's store will. @returns what is known, with its reason, and what is not and must be mended.
 * @throws Error when the linter says nothing that can be read.
 */
export function lint(zip: string): { readonly known: readonly string[]; readonly wrong: readonly string[] } {
  const words = [zip, "--output", "json", "--boring"];
  const { stdout, stderr } = spawnSync("node_modules/.bin/addons-linter", words, { encoding: "utf8" });
  if (!stdout.startsWith("{")) throw new Error(`addons-linter: ${stdout}${stderr}`);
  const { errors, warnings, notices } = v.parse(Output, JSON.parse(stdout));
  const found = [...errors, ...warnings, ...notices].map(({ code, message, file }) => [`${code}: ${message}`, file]);
  const isKnown = ([text = ""]: readonly string[]) => text in KNOWN;
  return {
    known: found.filter(isKnown).map(([text = "", file]) => `${text} (${file}). ${KNOWN[text]}.`),
    wrong: found.filter((each) => !isKnown(each)).map(([text, file]) => `${text} (${file})`),
  };
}
