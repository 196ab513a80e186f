import { t } from "../platform/translate.ts";
import { atFirstUse } from "./at-first-use.ts";

const formatting = atFirstUse(readFormatting);
const dayFormat = atFirstUse(() => {
  const { language, dateStyle } = formatting();
  return new Intl.DateTimeFormat(language, { dateStyle, timeZone: "UTC" });
});
const monthFormat = atFirstUse(() => {
  const { language, dateStyle } = formatting();
  const month = dateStyle === "medium" ? "long" : "2-digit";
  return new Intl.DateTimeFormat(language, { month, year: "numeric", timeZone: "UTC" });
});
const momentFormat = atFirstUse(() => {
  const { language, dateStyle } = formatting();
  return new Intl.DateTimeFormat(language, { dateStyle, timeStyle: "short" });
});
const numberFormat = atFirstUse(() => new Intl.NumberFormat(formatting().language));
const collator = atFirstUse(() => new Intl.Collator(formatting().language));

/** A day in UTC, from an RFC 3339 date or date and time; what only looks like one as it is. */
export function formatDay(rfc3339: string): string {
  return inWords(dayFormat(), rfc3339);
}

/** A date as far as it is known: a day, a month or a year, such as "2019-07-17", "2019-07" or "2019". */
export function formatDate(date: string): string {
  if (date.length === "2019".length) return date;
  return inWords(date.length === "2019-07".length ? monthFormat() : dayFormat(), date);
}

/** A moment in the person's own time zone, from milliseconds since 1970. */
export function formatMoment(milliseconds: number): string {
  return written(momentFormat(), milliseconds);
}

/** A text of the facts in the reader's language with its days as the reader writes them: English facts have them as "2019-07-17". */
export const withDays = (text: string): string => text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, formatDay);

/** A whole number. */
export const formatNumber = (number: number): string => numberFormat().format(number);

/** The order of two names in the reader's language. */
export const compareNames = (one: string, other: string): number => collator().compare(one, other);

/** A date, or the text as it is where it is none. */
function inWords(format: Intl.DateTimeFormat, date: string): string {
  const milliseconds = Date.parse(date);
  return Number.isNaN(milliseconds) ? date : written(format, milliseconds);
}

/** A date as a text that goes on in another line only after a comma: nobody looks there for "PM", or for the "г." of a Russian year. */
const written = (format: Intl.DateTimeFormat, milliseconds: number): string =>
  format.format(milliseconds).replaceAll(/(?<!,) /g, "\u00A0");

/** The language of our texts, or another one's numbers where the browser cannot write dates in it: Chrome says that it supports Kazakh and then writes "M07" for July. */
function readFormatting(): { language: string; dateStyle: "medium" | "short" } {
  const language = t("language_tag");
  const month = new Intl.DateTimeFormat(language, { month: "long" }).format(0);
  return /\d/.test(month)
    ? { language: t("language_fallback_tag"), dateStyle: "short" }
    : { language, dateStyle: "medium" };
}
