import { t } from "../platform/translate.ts";

const { language, dateStyle } = formatting();
const DAY = new Intl.DateTimeFormat(language, { dateStyle, timeZone: "UTC" });
const MOMENT = new Intl.DateTimeFormat(language, { dateStyle, timeStyle: "short" });
const COUNTRY = new Intl.DisplayNames(language, { type: "region" });

/** A day in UTC, from an RFC 3339 date or date and time. */
export function formatDay(rfc3339: string): string {
  return DAY.format(Date.parse(rfc3339));
}

/** A moment in the person's own time zone, from milliseconds since 1970. */
export function formatMoment(milliseconds: number): string {
  return MOMENT.format(milliseconds);
}

/** The name of a country, from its ISO 3166-1 alpha-2 code. */
export function formatCountry(code: string): string {
  return COUNTRY.of(code) ?? code;
}

/** The language of our texts, or another one's numbers where the browser cannot write dates in it: Chrome says that it supports Kazakh and then writes "M07" for July. */
function formatting(): { language: string; dateStyle: "medium" | "short" } {
  const language = t("language_tag");
  const month = new Intl.DateTimeFormat(language, { month: "long" }).format(0);
  return /\d/.test(month)
    ? { language: t("language_fallback_tag"), dateStyle: "short" }
    : { language, dateStyle: "medium" };
}
