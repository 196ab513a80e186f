import { expect, test } from "vitest";
import { inLanguage } from "./in-language.ts";

const format = (language: "en" | "ru" | "kk") =>
  inLanguage(language, () => import("../../extension/components/local-format.ts"));

/** A space at which a line may end, and that stands after no comma. */
const BREAKS = /(?<!,)[ \u2009]/;

test.each(["en", "ru", "kk"] as const)("a date in %s goes on in another line only after a comma", async (language) => {
  const { formatDate, formatDay, formatMoment } = await format(language);
  const dates = [formatDay("2026-11-22"), formatDate("2019-07"), formatMoment(Date.UTC(2026, 10, 22, 13, 5))];
  for (const date of dates) expect(date).not.toMatch(BREAKS);
  expect(dates.join()).toMatch(/\u00A0/);
});

test("a Russian year stays with its letter, and an American hour with its half of the day", async () => {
  expect((await format("ru")).formatDay("2026-11-22")).toMatch(/2026\u00A0г\.$/);
  expect((await format("en")).formatMoment(0)).toMatch(/\d[\u00A0\u202F][AP]M$/);
});

test("a day within a text of the facts is written as other days are, and what only looks like one stays", async () => {
  const { withDays } = await format("en");
  expect(withDays("Ended on 2019-08-07; CVE-2012-3372.")).toBe("Ended on Aug\u00A07, 2019; CVE-2012-3372.");
  expect(withDays("2019-13-07")).toBe("2019-13-07");
});

test("a number is grouped as its reader writes it", async () => {
  expect((await format("en")).formatNumber(10_000)).toBe("10,000");
  expect((await format("ru")).formatNumber(10_000)).toBe("10\u00A0000");
  expect((await format("kk")).formatNumber(10_000)).toBe("10\u00A0000");
});
