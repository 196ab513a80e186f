import { readdirSync, readFileSync } from "node:fs";
import { expect, it, test } from "vitest";
import { LANGUAGES } from "../../extension/settings/look.ts";
import { sentencesIn } from "../../src/cli/sentence.ts";
import { USAGE } from "../../src/cli/usage.ts";

test("the languages that can be chosen are those that have a folder", () => {
  expect([...LANGUAGES].toSorted()).toEqual(readdirSync("extension/_locales"));
});

it.each(LANGUAGES)("%s is spoken by the command-line tool, which says so", (language) => {
  expect(sentencesIn(language)("language_tag")).toBe(language);
  for (const [line] of USAGE.matchAll(/--lang LANG .*/g)) expect(line).toMatch(new RegExp(`\\b${language}\\b`));
});

it.each(LANGUAGES)("%s calls itself the same in every language", (language) => {
  const names = LANGUAGES.map((each) => {
    const messages = JSON.parse(readFileSync(`extension/_locales/${each}/messages.json`, "utf8"));
    return messages[`language_name_${language}`]?.message;
  });
  expect(names[0]).toMatch(/\p{L}/u);
  expect(new Set(names).size).toBe(1);
});
