import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { MessageKey } from "../../extension/platform/translate.ts";

interface Entry {
  readonly message: string;
  readonly description: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example: string }>>;
}

const LOCALES = new URL("../../extension/_locales/", import.meta.url);
const languages = readdirSync(LOCALES);
const catalogues = new Map(
  languages.map((language): [string, Record<string, Entry>] => [
    language,
    JSON.parse(readFileSync(new URL(`${language}/messages.json`, LOCALES), "utf8")),
  ]),
);
const entries = [...catalogues].flatMap(([language, catalogue]) =>
  Object.entries(catalogue).map(([key, entry]) => ({ key, entry, where: `${key} in ${language}` })),
);
/** Ways to say that somebody reads or listens, which no certificate shows: it shows who can. */
const CLAIMS = [
  /\b(is|are|was|were|be|being|been) (reading|watching|spying|listening)|\breads (you|your)\b|spies on|eavesdrop/i,
  /чита(ет|ют)|след(ит|ят)|прослушива(ет|ют)|подслушива(ет|ют)|подсматрива|шпион/i,
  /(оқып|тыңдап|аңдып) (жатыр|отыр|тұр|жүр)/i,
];
const english = catalogues.get("en") ?? {};

test("English, Russian and Kazakh are there, with the same messages in the same order", () => {
  expect(languages).toEqual(expect.arrayContaining(["en", "kk", "ru"]));
  for (const catalogue of catalogues.values()) expect(Object.keys(catalogue)).toEqual(Object.keys(english));
});

test("every message has a text and tells the translator what it is for", () => {
  for (const { key, entry, where } of entries) {
    expect(entry.message.trim(), where).not.toBe("");
    expect(entry.description, where).toBe(english[key]?.description);
    expect(entry.description.length, where).toBeGreaterThan(20);
  }
});

test("every message keeps to the length that its description states", () => {
  for (const { entry, where } of entries) {
    const limit = Number(/At most (\d+) characters/.exec(entry.description)?.[1]);
    expect(limit, `a stated limit for ${where}`).toBeGreaterThan(0);
    expect(withoutPlaceholders(entry.message).length, where).toBeLessThanOrEqual(limit);
  }
});

test("placeholders are the same in every language, numbered from $1, with an example, and all of them used", () => {
  for (const { key, entry, where } of entries) {
    const declared = Object.entries(entry.placeholders ?? {});
    expect(entry.placeholders, where).toEqual(english[key]?.placeholders);
    expect(
      declared.map(([, { content }]) => content),
      where,
    ).toEqual(declared.map((_, index) => `$${index + 1}`));
    for (const [, { example }] of declared) expect(example, where).not.toBe("");
    const used = [...entry.message.matchAll(/\$([A-Z]+)\$/g)].map(([, name]) => name?.toLowerCase());
    expect(used.sort(), where).toEqual(declared.map(([name]) => name).sort());
    expect(withoutPlaceholders(entry.message), where).not.toContain("$");
  }
});

test("no message claims that somebody reads, shouts, or carries markup", () => {
  for (const { entry, where } of entries) {
    for (const claim of CLAIMS) expect(entry.message, where).not.toMatch(claim);
    expect(entry.message, where).not.toMatch(/[!<>]/);
  }
});

test("a notification has no room for the name of a host", () => {
  for (const key of ["notify_intercepted", "notify_suspected", "notify_more"] satisfies MessageKey[]) {
    for (const catalogue of catalogues.values()) expect(catalogue[key]).not.toHaveProperty("placeholders");
  }
});

test("that nothing was found, or nothing was checked, never sounds like safety", () => {
  const quiet: readonly MessageKey[] = [
    "verdict_nothing_found",
    "meaning_nothing_found",
    "verdict_not_inspected",
    "meaning_not_inspected",
    "reason_public_root",
  ];
  for (const catalogue of catalogues.values()) {
    for (const key of quiet) {
      expect(catalogue[key]?.message).not.toMatch(
        /safe|secure|protected|trusted|безопасн|защищ|надёжн|қауіпсіз|қорғалған|сенімді/i,
      );
    }
  }
});

function withoutPlaceholders(message: string): string {
  return message.replaceAll(/\$[A-Z]+\$/g, "");
}
