import { expect, test } from "vitest";
import { readFactFiles } from "../../scripts/fact-files.ts";
import { compileDossiers } from "../../src/watchlist/dossiers.ts";
import { inLanguage } from "./in-language.ts";

const names = (language: "en" | "ru" | "kk") =>
  inLanguage(language, () => import("../../extension/components/country-name.ts"));

test.each(["en", "ru", "kk"] as const)(
  "every country of which something is on record has a name in %s",
  async (language) => {
    const { countryName } = await names(language);
    const { authorities, legal } = await compileDossiers(await readFactFiles());
    const codes = [...new Set([...authorities, ...legal].map(({ country }) => country))];
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !countryName(code))).toEqual([]);
  },
);

test("a country has its name in the reader's language, and what belongs to none has no name", async () => {
  expect((await names("kk")).countryName("CN")).toBe("Қытай");
  expect((await names("ru")).countryName("US")).toBe("США");
  expect((await names("en")).countryName("ZZ")).toBeNull();
});
