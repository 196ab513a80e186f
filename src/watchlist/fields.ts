import * as v from "valibot";

/** Whether a date or time is the beginning of a moment that exists: 30 February is not. */
function exists(text: string): boolean {
  const moment = Date.parse(text);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text.replace("Z", ""));
}

const hexOf = (bytes: number) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `${bytes * 2} lower-case hex digits are wanted`));

/** Lower-case hex. */
export const Sha256 = hexOf(32);

/** Lower-case hex. */
export const Sha1 = hexOf(20);

/** Lower-case hex of any length but none. */
export const HexBytes = v.pipe(v.string(), v.regex(/^([0-9a-f]{2})+$/, "lower-case hex, two digits a byte, is wanted"));

/** A text with something in it. */
export const Text = v.pipe(v.string(), v.regex(/\S/, "a text is wanted"));

/** An address that may be shown as a link. */
export const Url = v.pipe(v.string(), v.url("a URL is wanted"), v.regex(/^https?:/, "an http or https URL is wanted"));

/** A DNS name in lower case. */
export const Host = v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "a lower-case host name is wanted"));

/** RFC 3339 in UTC, to the second. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, "a time such as 2019-07-17T00:00:00Z is wanted"),
  v.check(exists, "this time does not exist"),
);

/** A day, or a whole month or year where nothing closer is known. */
export const Day = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d\d(-\d\d)?)?$/, "a date such as 2019, 2019-07 or 2019-07-17 is wanted"),
  v.check(exists, "this date does not exist"),
);
