import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Language } from "../../../extension/settings/look.ts";

/** The language in whose place the pseudo-locale stands. */
export const PSEUDO: Language = "kk";

const ACCENTS: Readonly<Record<string, string>> = {
  ...{ a: "å", c: "ç", d: "ð", e: "é", g: "ğ", h: "ĥ", i: "î", j: "ĵ", k: "ķ", l: "ļ", n: "ñ", o: "ö", r: "ŕ" },
  ...{ s: "š", t: "ţ", u: "û", w: "ŵ", y: "ý", z: "ž", A: "Å", C: "Ç", E: "É", I: "Î", N: "Ñ", O: "Ö", S: "Š", U: "Û" },
};
const LONGER_BY = 0.4;
const FILLING = " öñé ţŵö ţĥŕéé ƒöûŕ ƒîṽé šîẋ šéṽéñ éîğĥţ ñîñé ţéñ";
/** How the description of a message begins that code reads, and no person. */
const NOT_FOR_PEOPLE = "Not shown.";

interface Entry {
  readonly message: string;
  readonly description: string;
}

/** English with accents, longer by two fifths, in brackets; placeholders stay. */
function pseudo(message: string): string {
  const accented = message
    .split(/(\$\w+\$)/)
    .map((part, index) =>
      index % 2 === 0 ? part.replaceAll(/[A-Za-z]/g, (letter) => ACCENTS[letter] ?? letter) : part,
    )
    .join("");
  const more = Math.ceil(message.length * LONGER_BY);
  return `[${accented}${FILLING.repeat(Math.ceil(more / FILLING.length)).slice(0, more)}]`;
}

/** A copy of an unpacked build in which Kazakh is the pseudo-locale; gives its folder, which the caller may leave to the system. */
export async function withPseudoLocale(build: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "rootwatch-pseudo-"));
  await cp(build, copy, { recursive: true });
  const locale = (folder: string, language: string) => join(folder, "_locales", language, "messages.json");
  const read = async (folder: string, language: string) =>
    JSON.parse(await readFile(locale(folder, language), "utf8")) as Record<string, Entry>;
  // What is shipped has no descriptions.
  const [english, replaced] = [await read("extension", "en"), await read(copy, PSEUDO)];
  const made = Object.entries(english).map(([key, entry]) => [
    key,
    entry.description.startsWith(NOT_FOR_PEOPLE) ? replaced[key] : { ...entry, message: pseudo(entry.message) },
  ]);
  await writeFile(locale(copy, PSEUDO), JSON.stringify(Object.fromEntries(made)));
  return copy;
}
