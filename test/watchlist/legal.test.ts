import { expect, test } from "vitest";
import { compileWatchlist } from "../../src/watchlist/compile.ts";
import { factsOf } from "./entry.ts";
import { legal, legalNames } from "./facts.ts";

const text = { en: "Something.", ru: "Что-то." };
const statement = { from: "2019-07-17", to: null, text, sources: ["A book"] };
const dossier = { country: "KZ", laws: [statement], bodies: [], timeline: [], caveat: null };

test("each file bears its country as its name", () => {
  expect(legal.map(({ country }) => country.toLowerCase())).toEqual(legalNames);
});

test("each country in which or from which somebody intercepted has a file, and each file says something", () => {
  expect(legal.map(({ country }) => country)).toEqual(["AE", "CN", "EU", "IR", "KZ", "MU", "RU", "SY"]);
  for (const { laws, bodies, timeline } of legal) {
    expect(laws.length + bodies.length + timeline.length).toBeGreaterThan(0);
  }
});

test.each([
  [
    "a law without a source",
    { laws: [{ ...statement, sources: [] }] },
    "In KZ, laws.0.sources is wrong: a source is wanted.",
  ],
  [
    "a text without Russian",
    { laws: [{ ...statement, text: { en: "Something." } }] },
    "In KZ, laws.0.text.ru is wrong: ",
  ],
  [
    "an end before the beginning",
    { bodies: [{ ...statement, to: "2018" }] },
    "In KZ, bodies.0.to is wrong: it is before from.",
  ],
  [
    "events out of order",
    { timeline: [statement, { ...statement, from: "2018-01" }] },
    "In KZ, timeline.1.from is wrong: it is before the one above it.",
  ],
  ["an unknown field", { colour: "red" }, "In KZ, colour is wrong: "],
])("%s", async (_, change, sentence) => {
  await expect(compileWatchlist(factsOf([], { legal: [{ ...dossier, ...change }] }))).rejects.toThrow(sentence);
});
