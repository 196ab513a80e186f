import { type DerReader, type Element, Tag } from "./der.ts";
import { CertificateError } from "./errors.ts";

const DAY_MS = 86_400_000;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A moment, and whether it was written as RFC 5280 section 4.1.2.5 demands. */
export interface Time {
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
  readonly usual: boolean;
}

/**
 * The next UTCTime (two-digit years 50 to 99 are 19xx) or GeneralizedTime (years 0000 to 9999). Missing seconds and an offset from
 * UTC are read and told as unusual, and so is a GeneralizedTime for a year that UTCTime could hold.
 * @throws CertificateError bad-time for any other form, and for a date or time that does not exist, such as 30 February.
 */
export function readTime(reader: DerReader, what: string): Time {
  const element = reader.next(what);
  if (element.tag !== Tag.utcTime && element.tag !== Tag.generalizedTime) {
    throw new CertificateError("bad-tag", `${what} is neither UTCTime nor GeneralizedTime`, element.start);
  }
  const text = String.fromCharCode(...reader.contents(element).subarray(0, 24));
  const utcTime = element.tag === Tag.utcTime;
  const parts = (utcTime ? UTC_TIME : GENERALIZED_TIME).exec(text);
  if (!parts) throw badTime(element, what, "is not written as a time");
  const number = (index: number) => Number(parts[index] ?? 0);
  const year = utcTime ? number(1) + (number(1) < 50 ? 2000 : 1900) : number(1);
  const [month, day, hour, minute, second] = [number(2), number(3), number(4), number(5), number(6)];
  const leapDay = month === 2 && isLeap(year) ? 1 : 0;
  if (day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 0) + leapDay)
    throw badTime(element, what, "is a day that does not exist");
  if (hour > 23 || minute > 59 || second > 59) throw badTime(element, what, "is a time of day that does not exist");
  const offset = (number(9) * 60 + number(10)) * (parts[8] === "-" ? -1 : 1);
  if (number(9) > 23 || number(10) > 59) throw badTime(element, what, "has an offset that does not exist");
  const at = daysSince1970(year, month, day) * DAY_MS + ((hour * 60 + minute - offset) * 60 + second) * 1000;
  const rightType = utcTime || year >= 2050 || year < 1950;
  return { at, usual: parts[7] === "Z" && parts[6] !== undefined && rightType };
}

const REST = "(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)?(Z|([+-])(\\d\\d)(\\d\\d))$";
const UTC_TIME = new RegExp(`^(\\d\\d)${REST}`);
const GENERALIZED_TIME = new RegExp(`^(\\d{4})${REST}`);

/** RFC 3339 in UTC, to the second. */
export function timeText(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Date.UTC would move the years 0 to 99 into the 20th century. */
function daysSince1970(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
}

function badTime(element: Element, what: string, why: string): CertificateError {
  return new CertificateError("bad-time", `${what} ${why}`, element.start);
}
