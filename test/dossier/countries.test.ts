import { expect, test } from "vitest";
import { groupByCountry } from "../../extension/dossier/countries.ts";
import type { AuthorityDossier } from "../../src/watchlist/dossiers.ts";
import type { LegalDossier } from "../../src/watchlist/legal.ts";
import { anAuthority } from "../watchlist/entry.ts";

const authority = (id: string, country: string, from: string | null): AuthorityDossier => ({
  ...anAuthority({ id, country }),
  certificates: [],
  incidents: from === null ? [] : [{ from, to: from, summary: { en: id, ru: id }, sources: ["A book"] }],
});

const law = (country: string): LegalDossier => ({ country, laws: [], bodies: [], timeline: [], caveat: null });

const NAMES: Readonly<Record<string, string>> = { KZ: "Kazakhstan", IR: "Iran", AX: "Åland" };
const nameOf = (code: string) => NAMES[code] ?? null;

test("countries come in the order of their names, those with a law alone among them, and what has no country last", () => {
  const authorities = [
    authority("nowhere", "ZZ", "2020"),
    authority("one", "KZ", "2020"),
    authority("two", "AX", "2020"),
  ];
  const countries = groupByCountry(
    { authorities, legal: [law("KZ"), law("IR")] },
    nameOf,
    new Intl.Collator("en").compare,
  );
  expect(countries.map(({ name }) => name)).toEqual(["Åland", "Iran", "Kazakhstan", null]);
  expect(countries.map(({ law }) => law?.country)).toEqual([undefined, "IR", "KZ", undefined]);
  expect(countries.map(({ authorities }) => authorities.map(({ id }) => id))).toEqual([
    ["two"],
    [],
    ["one"],
    ["nowhere"],
  ]);
});

test("the authorities of a country come in the order in which they began, those without a date last", () => {
  const authorities = [
    authority("undated", "KZ", null),
    authority("late", "KZ", "2021-08"),
    authority("early", "KZ", "2015"),
  ];
  const [country] = groupByCountry({ authorities, legal: [] }, nameOf, new Intl.Collator("en").compare);
  expect(country?.authorities.map(({ id }) => id)).toEqual(["early", "late", "undated"]);
});
