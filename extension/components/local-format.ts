import { t } from "../platform/translate.ts";

/** ISO 3166-1 leaves this code to users: the lab's and the drill's authorities belong to no country. */
const NO_COUNTRY = "ZZ";

const { language, dateStyle } = formatting();
const DAY = new Intl.DateTimeFormat(language, { dateStyle, timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat(language, {
  month: dateStyle === "medium" ? "long" : "2-digit",
  year: "numeric",
  timeZone: "UTC",
});
const MOMENT = new Intl.DateTimeFormat(language, { dateStyle, timeStyle: "short" });
const COUNTRY = new Intl.DisplayNames(language, { type: "region" });

/** A day in UTC, from an RFC 3339 date or date and time. */
export function formatDay(rfc3339: string): string {
  return DAY.format(Date.parse(rfc3339));
}

/** A date as far as it is known: a day, a month or a year, such as "2019-07-17", "2019-07" or "2019". */
export function formatDate(date: string): string {
  if (date.length === "2019".length) return date;
  return (date.length === "2019-07".length ? MONTH : DAY).format(Date.parse(date));
}

/** A moment in the person's own time zone, from milliseconds since 1970. */
export function formatMoment(milliseconds: number): string {
  return MOMENT.format(milliseconds);
}

/** The name of a country, or of the European Union, from its ISO 3166-1 alpha-2 code; null for the code of no country. */
export function formatCountry(code: string): string | null {
  return code === NO_COUNTRY ? null : (COUNTRY.of(code) ?? code);
}

/** The order of two names in the reader's language. */
export const compareNames = new Intl.Collator(language).compare;

/** The language of our texts, or another one's numbers where the browser cannot write dates in it: Chrome says that it supports Kazakh and then writes "M07" for July. */
function formatting(): { language: string; dateStyle: "medium" | "short" } {
  const language = t("language_tag");
  const month = new Intl.DateTimeFormat(language, { month: "long" }).format(0);
  return /\d/.test(month)
    ? { language: t("language_fallback_tag"), dateStyle: "short" }
    : { language, dateStyle: "medium" };
}
